"""What an open answer decides: counted exactly, over the answers that make a difference."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.advice.open_answers import find_out_first, open_answers
from mhscan.answers.model import Answer, CarriedBy

UNKNOWN = Answer(state="unknown")
ASIDE = Answer(state="not_applicable", reason="no")
CONTEXT = [{"id": one, "type": "yesno", "text": "?"} for one in ("yes", "more")]
REGION = [{"id": "region", "label": "the region", "ask": "Which?"}]
YES, NO = {"context": "yes", "is": True}, {"context": "yes", "is": False}
MORE, NO_MORE = {"context": "more", "is": True}, {"context": "more", "is": False}


def named(result):
    return {one.key: one for one in open_answers(result)}


@pytest.fixture
def weighted(build, judge):
    """The names of the answers to find out first, of open indicators with these weights in one factor."""

    def run(*weights):
        made = [build.indicator(f"n{n}", weight=weight) for n, weight in enumerate(weights)]
        first = find_out_first(judge(build.pack(build.factor("f", *made)), {}))
        return [one.key.removeprefix("f.") for one in first]

    return run


@pytest.mark.parametrize(
    ("weights", "first"),
    [
        ((1, 2), ["n1", "n0"]),
        ((8, 1, 1, 1), ["n0", "n1", "n2"]),
        ((8, 7, 6, 4, 3), ["n0", "n1", "n2", "n3"]),
        ((8, 7, 6, 3), ["n0", "n1", "n2"]),
        ((8, 5, 5, 3), ["n0", "n1", "n2"]),
        ((1, 1, 1, 1, 1, 1), ["n0", "n1", "n2", "n3", "n4"]),
    ],
)
def test_three_to_five_are_named_and_after_three_only_what_decides_half_as_much_as_the_first(weighted, weights, first):
    assert weighted(*weights) == first


@pytest.fixture
def found(build, judge):
    """What each open answer decides, in a pack of `f` with one and two, and of `g` with base and later."""

    def run(answers, later=None, rules=(), **more):
        f = build.factor("f", build.indicator("one"), build.indicator("two"))
        g = build.factor("g", build.indicator("base"), build.indicator("later", applies_if=later))
        whens = [{"id": f"r{n}", "title": "R", "text": "-", "when": when} for n, when in enumerate(rules)]
        asks = ("context.yes", "context.more", "f.one", "f.two", "g.base", "g.later")
        pack = build.pack(f, g, context=CONTEXT, rules=whens, carriers=REGION, asks=asks)
        return named(judge(pack, answers, **{"questionnaire": "short", **more}))

    return run


TWO = {"indicator": "f.two", "at_least": 2, "at_most": 2}


def test_points_are_the_mean_over_the_ends_of_what_conditions_tell_apart(found):
    """While `later` may apply, `g` is 50-100; only where `two` is at 2 it stays so."""
    known = {"f.one": 0, "g.base": 4}
    assert found(known, TWO)["f.two"].points == {"factor f": Fraction(50), "factor g": Fraction(100, 3)}
    low = {"indicator": "f.two", "at_most": 1}
    assert found(known, TWO, [low])["f.two"].points == {"factor f": Fraction(50), "factor g": Fraction(40)}


def test_an_answer_that_was_set_aside_is_not_open(found):
    assert found({"f.two": ASIDE}).keys().isdisjoint({"f.two"})
    assert "f.two" in found({})


def test_a_questionnaire_that_the_pack_does_not_know_asks_all(found):
    assert {"context.yes", "f.two", "g.base"} <= found({}, YES, questionnaire="gone").keys()


def test_who_carries_an_open_answer_stays(found):
    """A level says nothing of who carries it; so the rule still hangs on `one` alone."""
    rule = {"all": [{"indicator": "f.two", "carried": "region"}, {"indicator": "f.one", "at_least": 2}]}
    carried = Answer(state="unknown", carried_by=CarriedBy(kind="region", name="R"))
    answers = found({"f.two": carried}, rules=[rule])
    assert (answers["f.one"].rules, answers["f.two"].rules) == (("r0",), ())


def test_a_rule_that_counts_indicators_can_be_decided_by_each(found):
    many = {"count_of": {"factor": "f", "at_least": 3}, "at_least": 1}
    answers = found({}, rules=[many])
    assert [answers[key].rules for key in ("f.one", "f.two")] == [("r0",), ("r0",)]
    assert answers["g.base"].rules == ()


@pytest.mark.parametrize(
    ("later", "known", "key", "questions"),
    [
        ({"any": [YES, {"indicator": "f.two", "at_least": 1}]}, {}, "f.two", ("g.later",)),
        ({"any": [YES, {"indicator": "f.two", "at_least": 1}]}, {"context.yes": True}, "f.two", ()),
        ({"any": [YES, NO]}, {}, "f.two", ()),
        ({"any": [{"all": [YES, MORE]}, {"all": [NO, NO_MORE]}]}, {"f.two": 0}, "context.yes", None),
        ({"all": [YES, MORE]}, {"f.two": 0}, "context.yes", ("g.later",)),
    ],
)
def test_a_question_is_decided_only_if_that_is_open_now_and_an_answer_settles_it(found, later, known, key, questions):
    answers = found({"f.one": 0, "g.base": 4, **known}, later)
    assert (answers[key].questions if key in answers else None) == questions


def test_a_context_question_can_decide_another_one(build, judge):
    context = [CONTEXT[0], {**CONTEXT[1], "applies_if": YES}]
    pack = build.pack(build.factor("f", build.indicator("one")), context=context, asks=("context.yes", "context.more"))
    answers = named(judge(pack, {}, questionnaire="short"))
    assert {key: one.questions for key, one in answers.items()} == {"context.yes": ("context.more",)}


def test_a_question_with_too_many_answers_to_try_is_tried_with_examples(build, judge):
    many = {"id": "many", "type": "multi", "text": "?", "options": [{"id": f"o{n}", "text": "-"} for n in range(9)]}
    any_of = {"any": [{"context": "many", "has": f"o{n}"} for n in range(9)]}
    later = build.indicator("later", applies_if=any_of)
    rule = {"id": "r", "title": "R", "text": "-", "when": any_of}
    factor = build.factor("f", build.indicator("base"), later)
    pack = build.pack(factor, context=[many], rules=[rule], asks=("context.many", "f.base", "f.later"))
    answers = named(judge(pack, {"f.base": 4}, questionnaire="short"))
    assert (answers["context.many"].rules, answers["context.many"].questions) == (("r",), ("f.later",))


def test_only_levels_that_the_facts_leave_are_tried(build, judge, observed):
    """At level 0, which the facts exclude, the other question would not apply, and no point would be open any more."""
    other = build.indicator("other", applies_if={"indicator": "f.tools", "at_least": 1})
    pack = build.pack(build.factor("f", observed(), other))
    result = judge(pack, {"f.tools.set": True})
    # From 1 to 4 it brings 75 of the 100 points that are open for half of the score.
    assert named(result)["f.tools"].points == {"factor f": Fraction(75, 2)}


def test_what_the_order_looks_at_early_counts_more(build, judge):
    f = build.factor("f", *(build.indicator(one) for one in ("one", "two", "three", "four")))
    first = {"id": "p0", "reason": "-", "indicators": ["f.three"], "when": YES}
    order = [first, {"id": "p1", "reason": "-", "indicators": ["f.two", "f.three"]}]
    advice = {"low": 1, "enough": 3, "priorities": order}
    asks = ("context.yes", "f.one", "f.two", "f.three", "f.four")
    result = judge(build.pack(f, context=CONTEXT, advice=advice, asks=asks), {}, questionnaire="short")
    turns = {key: one.turn for key, one in named(result).items()}
    assert turns["context.yes"] == turns["f.three"] == 1
    assert (turns["f.two"], turns["f.one"]) == (Fraction(1, 2), 0)
    assert [one.key for one in find_out_first(result)][:3] == ["f.three", "f.two", "context.yes"]
