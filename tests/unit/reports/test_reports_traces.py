"""The way from answers to a figure, band, rule or action; and that it gives the same figure again."""

from __future__ import annotations

import dataclasses
import json
from fractions import Fraction

import jsonschema
import pytest

from mhscan.answers.model import Answer, CarriedBy
from mhscan.reports.traces.build import trace, traces
from mhscan.reports.traces.formulas import number
from mhscan.reports.views.described import view_json, view_schema
from mhscan.reports.views.trace import FigureTrace, Trace
from mhscan.scoring.means import MEANS

A, BEST, LOOSE = (
    {"id": "a", "title": "A", "weight": 2},
    {"id": "b", "title": "B", "combine": "best"},
    {"id": "c", "title": "C", "scored": False},
)
PHASES = [{"id": "p", "title": "First"}, {"id": "f", "title": "Same id"}]
BANDS = [{"id": "low", "label": "Low", "from": 0, "text": "So."}, {"id": "high", "label": "High", "from": 50}]


@pytest.fixture
def pack(build):
    do = [build.action("do", 2), build.action("more", 4, requires=[{"indicator": "f.two", "at_least": 3}])]
    f = build.factor(
        "f",
        build.indicator("one", weight=3, sources=["S-1"], actions=do),
        build.indicator("two"),
        build.indicator("later", applies_if={"context": "yes", "is": True}),
        build.indicator("x", aspect="b"),
        build.indicator("y", aspect="b"),
        build.indicator("z", aspect="c"),
        aspects=[A, BEST, LOOSE],
        phase="p",
    )
    g = build.factor("g", build.indicator("one"), phase="p", weight=0.5)
    rules = [
        {
            "id": "gap",
            "title": "Gap",
            "text": "-",
            "when": {"gap": {"high": {"factor": "g"}, "low": {"factor": "f"}, "at_least": 10}},
        },
        {
            "id": "all",
            "title": "All",
            "text": "What was seen.",
            "why": "It matters.",
            "when": {
                "all": [
                    {"indicator": "f.one", "at_least": 1, "at_most": 2},
                    {"not": {"indicator": "f.x", "carried": "region"}},
                    {"any": [{"context": "yes", "is": True}, {"context": "yes", "state": "unknown"}]},
                    {"count_of": {"factor": "f", "at_least": 1}, "at_least": 2},
                    {"count_of": [{"phase": "p", "at_least": 1}, {"subject": "size", "at_least": 5}], "at_most": 2},
                    {"context": "some", "has": "k"},
                    {"context": "one", "in": ["k", "l"]},
                ]
            },
            "mend": ["f.one"],
            "sources": ["S-1"],
        },
    ]
    options = [{"id": one, "text": one.upper()} for one in "klm"]
    return build.pack(
        f,
        g,
        phases=PHASES,
        bands=BANDS,
        rules=rules,
        carriers=[{"id": "region", "label": "by the region", "ask": "Which?"}],
        modalities=[{"id": "must", "label": "needed", "phrase": "The source asks this.", "severity": "warning"}],
        source=build.claims(**{"S-1": "must"}),
        context=[
            {"id": "yes", "type": "yesno", "text": "Is it so?"},
            {"id": "some", "type": "multi", "text": "Which?", "options": options},
            {"id": "one", "type": "single", "text": "Which one?", "options": options},
        ],
        subject={
            "singular": "club",
            "plural": "clubs",
            "name": "?",
            "fields": [{"id": "size", "type": "number", "text": "How big?"}],
        },
    )


ANSWERS = {
    "f.one": Answer(state="answered", value=1, note="Our note."),
    "f.two": Answer(state="unknown"),
    "f.x": 2,
    "f.y": 4,
    "g.one": 4,
    "context.yes": True,
    "context.some": ["k"],
    "context.one": "l",
}


@pytest.fixture
def traced(pack, judge):
    def made(wanted, answers=ANSWERS, audience="public"):
        return trace(judge(pack, answers, subject={"size": 9}), wanted, audience)

    return made


def again(figure):
    """A figure worked out anew from the numbers in its trace."""
    pairs = []
    for part in figure.parts:
        if isinstance(part, FigureTrace):
            assert again(part) == (None if part.point is None else Fraction(part.point))
        if part.point is not None and (isinstance(part, FigureTrace) or part.counts):
            pairs.append((Fraction(part.point), Fraction(part.weight)))
    if not pairs:
        return None
    return min(max(MEANS[figure.mean](pairs), Fraction(figure.low)), Fraction(figure.high))


@pytest.mark.parametrize("wanted", ["p", "phase p", "factor f", "g", "f/a", "f/b"])
def test_a_trace_gives_the_same_figure_again(traced, wanted):
    figure = traced(wanted).figure
    assert again(figure) == Fraction(figure.point)


def test_a_figure_shows_its_formula_with_the_numbers_filled_in(traced):
    factor = traced("factor f").figure
    assert (factor.title, factor.mean, factor.weight) == ("F", "arithmetic", "1")
    assert factor.formula == "(2×25 + 1×100) / (2 + 1) = 50"
    aspect, best = factor.parts
    assert aspect.formula == "(25) / 1 = 25"
    assert best.formula == "the highest of 50, 100 = 100"
    assert (
        aspect.range
        == "Lowest: (3×25 + 1×0 + 1×0) / (3 + 1 + 1) = 15. Highest: (3×25 + 1×100 + 1×100) / (3 + 1 + 1) = 55."
    )
    assert best.range == "No open answer can change it."
    assert (factor.score, factor.band, factor.coverage) == (50, "High: from 50", "3 of 5 questions answered")


def test_an_open_question_that_decides_is_named_and_the_range_says_so(traced):
    aspect = traced("f/a", {**ANSWERS, "context.yes": Answer(state="unknown")}).figure
    assert aspect.range.startswith("From 15 to 55, over every way to complete the answers")
    later = aspect.parts[2]
    assert (later.counts, later.applies, later.waits_for) == (False, None, ("Is it so?",))


def test_what_is_not_shown_says_why(traced):
    figure = traced("phase p", {"f.one": 1}).figure
    assert (figure.score, figure.band) == (None, "")
    assert figure.status == "too little known"
    assert traced("phase f").figure.range == "Nothing under it applies."


def test_an_indicator_shows_answer_weight_and_claims(traced):
    one = traced("f.one").indicator
    assert (one.level, one.label, one.weight, one.point, one.low, one.high) == (1, "Step 1", "3", "25", "25", "25")
    assert one.answer.answer == "one is at 1."
    assert [(claim.id, claim.section, claim.modality) for claim in one.claims] == [("S-1", "One", "needed")]
    two = traced("f.two").indicator
    assert (two.answer.state, two.counts, two.point, two.low, two.high) == ("unknown", False, None, "0", "100")


def test_notes_are_for_internal_use_only(traced):
    assert traced("f.one").indicator.answer.note == ""
    assert "Our note." not in view_json(traced("phase p"))
    assert traced("f.one", audience="internal").indicator.answer.note == "Our note."
    assert traced("f.one", audience="internal").internal is True


def test_who_carries_it_and_what_does_not_apply_are_shown(traced):
    carried = Answer(state="answered", value=2, carried_by=CarriedBy(kind="region", name="Treaty"))
    assert traced("f.two", {**ANSWERS, "f.two": carried}).indicator.answer.carried == "By the region: Treaty"
    later = traced("f.later", {**ANSWERS, "context.yes": False}).indicator
    assert (later.answer.answer, later.applies) == ("does not apply, given the other answers", False)


def test_a_rule_shows_each_test_with_what_it_saw(traced):
    rule = traced("all").rule
    assert (rule.outcome, rule.kind, rule.why, rule.mend) == ("fired", "warning", "It matters.", ("One",))
    assert rule.test.outcome is True
    level, carried, either, each, count, some, one = rule.test.parts
    assert (level.text, level.seen) == ("One: level at least 1 and at most 2", "one is at 1.")
    assert carried.text == "this does not hold"
    assert carried.parts[0].text == "X: by the region"
    assert [part.text for part in either.parts] == ["Is it so?: yes", "Is it so?: not known"]
    assert (each.text, len(each.parts)) == ("of these, at least 2 hold", 6)
    assert [part.text for part in count.parts] == ["First: a score of at least 1", "How big?: at least 5"]
    assert (some.text, some.seen) == ("Which?: with K", "K")
    assert (one.text, one.seen) == ("Which one?: one of K, L", "L")


def test_a_rule_that_is_open_or_silent_says_so(traced):
    assert traced("all", {**ANSWERS, "f.one": 4}).rule.outcome == "silent"
    assert traced("all", {key: one for key, one in ANSWERS.items() if key != "f.one"}).rule.outcome == "undecided"
    gap = traced("gap").rule
    assert gap.test.text == "G lies at least 10 points above F, with ranges apart"
    assert gap.test.seen == "G: 100 (between 100 and 100); F: 50 (between 43 and 70)"


def test_the_outcome_of_a_rule_follows_from_the_tests_under_it(traced):
    test = traced("all").rule.test
    assert test.outcome is all(part.outcome for part in test.parts)


def test_an_action_shows_its_place_reasons_and_rules(traced):
    action = traced("f.do").action
    assert (action.place, action.to, action.why_not) == (1, "2. Step 2: one is at 2.", "")
    assert action.reasons == ("This helps with the point to watch 'All'.", "S-1 holds. The source asks this.")
    assert [rule.id for rule in action.rules] == ["all"]
    assert action.indicator.level == 1


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({}, "The question has no answer yet."),
        ({"f.one": 1}, "First comes: Do do."),
        ({"f.one": 4}, "The answer is at that level already."),
        ({"f.one": Answer(state="not_applicable", reason="no")}, "The question does not apply."),
    ],
)
def test_an_action_that_is_not_advised_says_why(traced, answers, why):
    action = traced("f.more", answers).action
    assert (action.place, action.why_not, action.reasons) == (None, why, ())
    assert action.needs[0].text == "Two: level at least 3"


def test_an_action_for_a_question_that_may_not_apply_says_so(build, judge):
    later = build.indicator("later", applies_if={"context": "yes", "is": True}, actions=[build.action("do", 4)])
    pack = build.pack(build.factor("f", later), context=[{"id": "yes", "type": "yesno", "text": "?"}])
    assert trace(judge(pack, {"f.later": 1}), "f.do").action.why_not == "It is not certain that the question applies."


def test_a_band_shows_its_limits_and_what_lies_in_it(traced):
    band = traced("high").band
    assert band.title == "High: from 50"
    assert "F (factor f): 50" in band.figures
    assert traced("low").band.title == "Low: from 0, below 50"
    assert traced("low").band.text == "So."


def test_a_context_question_shows_its_answer(traced):
    assert traced("context.yes").answer.answer == "yes"


def test_where_two_things_share_an_id_the_kind_tells_them_apart(traced):
    assert traced("factor f").figure.title == "F"
    assert traced("phase f").figure.title == "Same id"


def test_all_that_can_be_asked_for_has_a_way_and_fits_the_schema(pack, judge):
    result = judge(pack, ANSWERS)
    made = traces(result)
    assert {"p", "factor f", "f.one", "f.do", "all", "high", "context.yes"} <= set(made)
    validator = jsonschema.Draft202012Validator(view_schema(Trace))
    for make in made.values():
        data = json.loads(view_json(make()))
        validator.validate(data)
        filled = [key for key in ("figure", "indicator", "answer", "rule", "action", "band") if data[key]]
        assert len(filled) == 1
    assert trace(result, "nothing") is None


@pytest.mark.parametrize("mean", ["geometric", "minimum"])
def test_other_means_have_their_own_formula(build, judge, mean):
    pack = build.pack(build.factor("f", build.indicator("a", weight=2), build.indicator("b")), aggregate={"mean": mean})
    figure = trace(judge(pack, {"f.a": 1, "f.b": 4}), "f/a").figure
    formulas = {"geometric": "(25^2 × 100^1)^(1/(2 + 1)) = 39.69", "minimum": "the lowest of 25, 100 = 25"}
    assert figure.formula == formulas[mean]
    assert again(figure) == Fraction(figure.point)
    even = build.pack(build.factor("f", build.indicator("a"), build.indicator("b")), aggregate={"mean": "geometric"})
    assert trace(judge(even, {"f.a": 1, "f.b": 4}), "f/a").figure.formula == "(25 × 100)^(1/2) = 50"


def test_a_score_that_is_kept_within_its_range_says_so(build, judge):
    scales = {
        "five": {"levels": [{"level": n, "label": str(n), "score": 25 * n} for n in range(5)]},
        "two": {"levels": [{"level": 0, "label": "No", "score": 0}, {"level": 1, "label": "Yes", "score": 40}]},
    }
    two = build.indicator("two", scale="two", levels=range(2))
    pack = build.pack(build.factor("f", build.indicator("one"), two), scales=scales)
    figure = trace(judge(pack, {"f.one": 4}), "f/a").figure
    assert figure.formula == "(100) / 1 = 100; kept within 50 and 70: 70"
    assert again(figure) == Fraction(figure.point) == 70


def test_a_range_that_may_be_too_wide_says_so(build, judge):
    context = [{"id": one, "type": "yesno", "text": "?"} for one in "abcdefghi"]
    asks = {"any": [{"context": one, "is": True} for one in "abcdefghi"]}
    pack = build.pack(build.factor("f", build.indicator("one", applies_if=asks), build.indicator("x")), context=context)
    figure = trace(judge(pack, {"f.one": 4, "f.x": 0}), "f/a").figure
    assert figure.exact is False
    assert figure.range.endswith("it may be narrower.")


def test_numbers_are_short():
    assert [number(Fraction(n)) for n in ("50", "1/3", "100", "5/2", "0")] == ["50", "0.33", "100", "2.5", "0"]


def test_a_trace_of_the_second_pack_fits_too(full_result):
    for one, make in traces(full_result, "internal").items():
        found = make()
        if found.figure is not None and found.figure.point is not None:
            assert again(found.figure) == Fraction(found.figure.point)
        assert dataclasses.asdict(found)["id"] == one
