"""Scores made of other scores are those of scoring anew, with less work."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from mhscan.answers.model import Answer
from mhscan.scoring import ways
from mhscan.scoring.coverage import CoverageShare
from mhscan.scoring.facts import NOT_ASKED, Fact
from mhscan.scoring.rescoring import lens_figures, regrouped, rescore
from mhscan.scoring.scores import score

A = {"id": "a", "title": "Aspect"}
PHASES = [{"id": "p", "title": "First"}, {"id": "q", "title": "Second"}]
UNKNOWN = Answer(state="unknown")
YES = [{"id": one, "type": "yesno", "text": "?"} for one in "abcdefghijkl"]


def numbers(figure):
    return figure.low, figure.point, figure.high


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"context": "a", "is": True})
    return build.pack(
        build.factor("f", build.indicator("one"), build.indicator("two"), phase="p"),
        build.factor("g", build.indicator("one"), later, phase="q"),
        phases=PHASES,
        context=YES,
    )


@pytest.mark.parametrize(
    ("key", "fact"),
    [
        ("f.one", Fact("answered", 4)),
        ("f.one", NOT_ASKED),
        ("g.later", Fact("answered", 0)),
        ("g.later", NOT_ASKED),
        ("context.a", Fact("answered", False)),
        ("context.a", NOT_ASKED),
        ("context.l", Fact("answered", True)),
    ],
)
def test_another_answer_gives_what_scoring_anew_gives(pack, judge, key, fact):
    before = judge(pack, {"f.one": 1, "f.two": 2, "g.one": 4, "g.later": 1, "context.a": True})
    facts = before.facts.having(key, fact)
    after, anew = rescore(pack, facts, before.scores, key), score(pack, facts, frozenset(pack.places))
    assert after.figures == anew.figures
    assert after.indicators == anew.indicators
    assert (after.phases, after.set_aside) == (anew.phases, anew.set_aside)
    assert after.completions.spans == anew.completions.spans


@pytest.mark.parametrize(("value", "other"), [(0, 4), (4, 0)])
def test_another_answer_can_change_which_open_question_decides(build, judge, value, other):
    """Where `one` is low, `b` decides whether the later ones apply; else `a` does."""
    high = {"indicator": "f.one", "at_least": 3}
    a, b = ({"context": one, "is": True} for one in "ab")
    either = {"any": [{"all": [high, a]}, {"all": [{"not": high}, b]}]}
    pack = build.pack(
        build.factor(
            "f", build.indicator("one"), build.indicator("x", applies_if=a), build.indicator("y", applies_if=b)
        ),
        build.factor("g", build.indicator("one", applies_if=either), build.indicator("two", applies_if={"not": a})),
        context=YES,
        aggregate={"total": True},
    )
    before = judge(pack, {"f.one": value, "f.x": 4, "f.y": 0, "g.one": 1, "g.two": 3})
    facts = before.facts.having("f.one", Fact("answered", other))
    after, anew = rescore(pack, facts, before.scores, "f.one"), score(pack, facts, frozenset(pack.places))
    assert after.figures == anew.figures
    assert before.scores.figures["total total"] != anew.figures["total total"]
    assert after.indicators == anew.indicators


@pytest.mark.parametrize("answers", [{"context.a": True}, {"context.a": True, "context.b": False}])
def test_an_answer_that_is_taken_back_ties_together_again_what_it_decides(build, judge, answers):
    a, not_a = {"context": "a", "is": True}, {"context": "a", "is": False}
    indicators = [build.indicator("x", applies_if=a), build.indicator("y", applies_if=not_a), build.indicator("z")]
    both = {"all": [{"context": "b", "is": True}, not_a]}
    later = build.indicator("one", applies_if=both)
    pack = build.pack(build.factor("f", *indicators), build.factor("g", later), context=YES, aggregate={"total": True})
    before = judge(pack, {"f.x": 4, "f.y": 4, "f.z": 0, "g.one": 0, **answers})
    facts = before.facts.having("context.a", NOT_ASKED)
    after, anew = rescore(pack, facts, before.scores, "context.a"), score(pack, facts, frozenset(pack.places))
    assert numbers(anew.factors["f"]) == (50, 50, 50)
    assert after.figures == anew.figures
    again = rescore(pack, before.facts, after, "context.a")
    assert again.figures == before.scores.figures


def test_another_answer_among_questions_that_are_too_entangled_gives_what_scoring_anew_gives(build, judge):
    many = {"any": [{"context": one["id"], "is": True} for one in YES]}
    pack = build.pack(build.factor("f", build.indicator("last", applies_if=many), build.indicator("one")), context=YES)
    before = judge(pack, {"f.last": 1, "f.one": 2})
    assert not before.scores.factors["f"].exact
    for key, value in (("f.last", 4), ("f.one", 0), ("context.b", False)):
        facts = before.facts.having(key, Fact("answered", value))
        anew = score(pack, facts, frozenset(pack.places))
        assert rescore(pack, facts, before.scores, key).figures == anew.figures


def other_way(pack, **way):
    aggregate = pack.model.aggregate.model_copy(update=way)
    return replace(pack, model=pack.model.model_copy(update={"aggregate": aggregate}))


@pytest.mark.parametrize("way", [{"over": "aspects"}, {"over": "indicators"}, {"mean": "geometric"}])
def test_another_grouping_gives_what_scoring_anew_gives(pack, judge, way):
    result = judge(pack, {"f.one": 1, "f.two": 2, "g.one": UNKNOWN, "g.later": 1}, questionnaire="short")
    other = other_way(pack, **way)
    anew = score(other, result.facts, frozenset({"f.one"}))
    assert regrouped(other, result.scores, pack_names(anew)) == anew.figures
    assert list(regrouped(other, result.scores, {"phase q"})) == ["phase q"]


def pack_names(scores):
    return set(scores.figures)


def test_a_grouping_that_is_more_entangled_says_so_and_leaves_the_indicators_as_they_are(build, judge):
    """Each factor has four open questions. In the total any two of the twelve come together somewhere."""

    def asked(n):
        return [{"context": YES[(n + step) % 12]["id"], "is": True} for step in (0, 1, 3, 7)]

    made = [
        build.factor(
            f"f{n}",
            build.indicator("one", applies_if={"any": asked(n)}),
            build.indicator("sure", applies_if={"any": [*asked(n), {"not": asked(n)[0]}]}),
        )
        for n in range(12)
    ]
    pack = build.pack(*made, context=YES)
    result = judge(pack, {f"f{n}.{one}": n % 5 for n in range(12) for one in ("one", "sure")})
    other = other_way(pack, total=True)
    anew = score(other, result.facts, frozenset(pack.places))
    assert result.scores.factors["f0"].exact
    assert result.scores.indicators["f0.sure"].part.present is True
    assert not anew.total.exact
    assert anew.indicators["f0.sure"].part.present is True
    assert regrouped(other, result.scores, pack_names(anew)) == anew.figures


def test_conditions_are_filled_in_once_for_all_groupings(pack, judge, monkeypatch):
    lens = {"id": "l", "title": "L", "text": "-", "groups": [{"id": "g", "title": "G", "indicators": ["f.one"]}]}
    pack = replace(pack, model=pack.model.model_validate({**pack.model.model_dump(by_alias=True), "lenses": [lens]}))
    result = judge(pack, {"f.one": 1, "f.two": 2})
    monkeypatch.setattr(ways, "groups", None)
    assert numbers(lens_figures(pack, result.scores)["l/g"]) == (25, 25, 25)
    assert regrouped(other_way(pack, mean="minimum"), result.scores, ["phase p"])["phase p"].point == 25


LENS = {
    "id": "l",
    "title": "L",
    "text": "Ours.",
    "groups": [
        {"id": "mixed", "title": "Mixed", "indicators": ["f.one", "f.four", "g.one"]},
        {"id": "open", "title": "Open", "indicators": ["f.later"]},
        {"id": "none", "title": "None"},
    ],
}


@pytest.mark.parametrize(
    ("over", "point"),
    [("nested", Fraction(125, 2)), ("aspects", Fraction(175, 3)), ("indicators", Fraction(175, 3))],
)
def test_a_group_of_a_lens_is_scored_as_the_pack_is(build, judge, over, point):
    later = build.indicator("later", applies_if={"indicator": "f.one", "at_least": 3})
    f = build.factor(
        "f",
        *[build.indicator(one) for one in ("one", "two")],
        later,
        build.indicator("four", aspect="d"),
        aspects=[A, {"id": "d", "title": "D"}],
    )
    pack = build.pack(f, build.factor("g", build.indicator("one")), lenses=[LENS], aggregate={"over": over})
    result = judge(pack, {"f.one": 4, "f.two": 0, "f.four": 0, "g.one": 3})
    found = lens_figures(pack, result.scores)
    assert list(found) == ["l/mixed", "l/open"]
    assert found["l/mixed"].point == point
    assert found["l/mixed"].id == "l/mixed"
    assert found["l/mixed"].coverage == CoverageShare(3, 3, 3, 3)
    assert numbers(found["l/open"]) == (0, None, 100)
    unknown = judge(pack, {"f.one": UNKNOWN, "f.later": 4})
    assert lens_figures(pack, unknown.scores)["l/open"].present is None
