"""Ranges over every way to complete the answers: where they are exact, and what happens where they cannot be."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from mhscan.advice.result import evaluate
from mhscan.answers.model import Answer
from mhscan.scoring.facts import Suppressed

YES = [{"id": one, "type": "yesno", "text": "?"} for one in "abcdefghijkl"]
PHASES = [{"id": "p", "title": "P"}]
A = {"context": "a", "is": True}
NOT_A = {"not": A}


def span(figure):
    return figure.low, figure.high, figure.present, figure.exact


@pytest.fixture
def scored(judge):
    return lambda pack, answers: judge(pack, answers).scores


def test_questions_that_exclude_each_other_never_count_together(build, scored):
    """Together they would make the range 10 to 90 wide: one is answered badly, the other well."""
    pack = build.pack(
        build.factor(
            "f", build.indicator("one", applies_if=A), build.indicator("two", applies_if=NOT_A), build.indicator("x")
        ),
        context=YES,
    )
    assert span(scored(pack, {"f.one": 1, "f.two": 1, "f.x": 3}).factors["f"]) == (50, 50, True, True)


def test_of_two_questions_that_exclude_each_other_one_surely_counts(build, scored):
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if=A), build.indicator("two", applies_if=NOT_A)), context=YES
    )
    figure = scored(pack, {"f.one": 1, "f.two": 3}).factors["f"]
    assert span(figure) == (25, 75, True, True)
    assert figure.point is None


def test_one_open_question_decides_alike_in_all_factors_of_a_phase(build, scored):
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if=A), build.indicator("two"), phase="p"),
        build.factor("g", build.indicator("one", applies_if=NOT_A), build.indicator("two"), phase="p"),
        context=YES,
        phases=PHASES,
    )
    scores = scored(pack, {"f.one": 0, "f.two": 4, "g.one": 0, "g.two": 4})
    assert span(scores.factors["f"]) == (50, 100, True, True)
    assert span(scores.phases["p"]) == (75, 75, True, True)


def test_what_decides_outside_a_factor_is_looked_at_too(build, scored):
    """Both look at a question that only applies if `a` is true; so without `a` neither applies."""
    context = [YES[0], {**YES[1], "applies_if": A}]
    b = {"context": "b", "is": True}
    last = build.indicator("last", applies_if={"any": [{"all": [b, NOT_A]}, {"context": "b", "is": False}]})
    pack = build.pack(
        build.factor("f", last, build.indicator("x"), phase="p"),
        build.factor("g", build.indicator("one", applies_if=A), phase="p"),
        context=context,
        phases=PHASES,
    )
    scores = scored(pack, {"f.x": 0, "f.last": 4})
    assert span(scores.factors["f"]) == (0, 50, True, True)
    assert span(scored(pack, {"f.x": 0, "f.last": 4, "context.a": False}).factors["f"]) == (0, 0, True, True)


def test_a_condition_that_always_comes_out_the_same_makes_the_question_apply(build, scored):
    pack = build.pack(build.factor("f", build.indicator("one", applies_if={"any": [A, NOT_A]})), context=YES)
    one = scored(pack, {"f.one": 2}).indicators["f.one"]
    assert (one.applies.value, one.applies.open, one.part.point) == (True, frozenset(), 50)
    pack = build.pack(build.factor("f", build.indicator("one", applies_if={"all": [A, NOT_A]})), context=YES)
    scores = scored(pack, {"f.one": 2})
    assert (scores.indicators["f.one"].applies.value, scores.factors["f"].status) == (False, "not_applicable")


@pytest.fixture
def tangled(build):
    """Nine open questions decide together whether `last` applies: more ways than are looked at."""
    many = {"any": [{"context": one, "is": True} for one in "abcdefghi"]}
    return build.pack(
        build.factor("f", build.indicator("last", applies_if=many), build.indicator("x")),
        build.factor("g", build.indicator("one", applies_if={"context": "l", "is": True}), build.indicator("x")),
        context=YES,
    )


def test_beyond_the_limit_a_range_is_sound_and_says_that_it_is_not_exact(tangled, scored):
    scores = scored(tangled, {"f.last": 4, "f.x": 0, "g.one": 2, "g.x": 0})
    assert span(scores.factors["f"]) == (0, 50, True, False)
    assert span(scores.factors["g"]) == (0, 25, True, True)
    assert scores.indicators["f.last"].applies.value is None


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({"f.x": 0}, (0, 50, True, False)),
        ({"f.x": 4}, (50, 100, True, False)),
        ({"f.last": Answer(state="not_applicable", reason="no"), "f.x": 2}, (50, 50, True, False)),
        ({"context.a": False, "f.x": 0}, (0, 50, True, True)),
        ({"context.a": True, "f.last": 3, "f.x": 0}, (Fraction(75, 2), Fraction(75, 2), True, True)),
    ],
)
def test_one_answer_more_can_bring_it_within_the_limit(tangled, scored, answers, found):
    assert span(scored(tangled, answers).factors["f"])[:3] == found[:3]


def test_a_condition_on_a_score_is_never_exact(build, scored):
    pack = build.pack(
        build.factor("f", build.indicator("one", applies_if={"factor": "f", "at_least": 1}), build.indicator("x"))
    )
    assert span(scored(pack, {"f.x": 0}).factors["f"]) == (0, 50, True, False)


def opening(build, count):
    """Each indicator opens the next two; only the first is open."""
    later = [
        build.indicator(f"i{n}", applies_if={"indicator": f"f.i{(n - 1) // 2}", "at_least": 3}) for n in range(1, count)
    ]
    return build.pack(build.factor("f", build.indicator("i0"), *later))


@pytest.mark.parametrize(("count", "exact"), [(13, True), (300, False)])
def test_a_tree_of_conditions_is_exact_while_its_ways_can_be_counted(build, scored, count, exact):
    figure = scored(opening(build, count), {}).factors["f"]
    assert span(figure) == (0, 100, True, exact)
    assert not figure.coverage.answered


def test_one_figure_that_is_too_entangled_leaves_the_others_exact(build, scored):
    many = [{"id": f"q{n}", "type": "yesno", "text": "?"} for n in range(9)]
    tied = [build.indicator(f"i{n}", applies_if={"context": one["id"], "is": True}) for n, one in enumerate(many)]
    again = [build.indicator(f"j{n}", applies_if={"context": one["id"], "is": True}) for n, one in enumerate(many)]
    pack = build.pack(build.factor("f", *tied), build.factor("g", *again), context=many, aggregate={"total": True})
    scores = scored(pack, {"f.i0": 4})
    assert [scores.factors[key].exact for key in "fg"] == [True, True]
    assert not scores.total.exact


def test_a_question_between_ties_what_counts_in_one_mean(build, scored):
    """`b` is asked only if `a` holds; so what needs `b` never counts together with what needs that `a` does not."""
    context = [YES[0], {**YES[1], "applies_if": A}]
    with_b = build.indicator("one", applies_if={"context": "b", "is": True})
    without_a = build.indicator("two", applies_if={"context": "a", "is": False})
    pack = build.pack(build.factor("f", with_b, without_a, build.indicator("x")), context=context)
    assert span(scored(pack, {"f.one": 4, "f.two": 4, "f.x": 0}).factors["f"]) == (0, 50, True, True)


def test_an_indicator_that_never_applies_is_found_by_trying(build, scored):
    context = [YES[0], {**YES[1], "applies_if": A}]
    never = build.indicator("one", applies_if={"all": [{"context": "b", "is": True}, {"context": "a", "is": False}]})
    scores = scored(build.pack(build.factor("f", never, build.indicator("x")), context=context), {"f.one": 4, "f.x": 1})
    assert scores.indicators["f.one"].applies.value is False
    assert span(scores.factors["f"]) == (25, 25, True, True)


def test_of_a_loose_question_what_is_known_still_counts(tangled, scored):
    not_here = Answer(state="not_applicable", reason="no")
    scores = scored(tangled, {"f.last": not_here, "f.x": 2})
    assert span(scores.factors["f"])[:3] == (50, 50, True)
    assert scores.indicators["f.last"].part.present is False
    assert span(scored(tangled, {"f.last": 3}).factors["f"]) == (0, 100, True, False)
    assert span(scored(tangled, {"f.last": 3, "f.x": 3}).factors["f"]) == (75, 75, True, False)


DAYS = ("2026-04-01", "2020-01-01")
OBSERVED = {"f.tools.set": [True, False], "f.tools.count": [0, 4, 9], "f.tools.day": DAYS, "f.x": [1, 3], "f.y": [0, 4]}
SET = {"observation": "f.tools.set", "is": True}
FEW = {"observation": "f.tools.count", "at_most": 5}


def at_least(level):
    return {"indicator": "f.tools", "at_least": level}


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (SET, at_least(2)),
        (FEW, at_least(3)),
        (at_least(1), {"not": SET}),
        ({"all": [FEW, at_least(2)]}, {"not": at_least(2)}),
        ({"observation": "f.tools.day", "ahead": {"at_least": -100}}, at_least(4)),
        ({"any": [SET, FEW]}, {"all": [SET, {"not": at_least(3)}]}),
    ],
)
@pytest.mark.parametrize(
    "known",
    [
        {},
        {"f.tools.set": True},
        {"f.tools.count": 4, "f.y": 4},
        {"f.tools.set": True, "f.tools.count": 9, "f.x": 1, "f.y": 0},
        {"f.tools.day": DAYS[1], "f.x": 3},
    ],
)
def test_a_range_over_facts_is_that_of_every_way_to_answer_them(build, judge, observed, x, y, known):
    made = [
        observed(),
        build.indicator("x", levels=[1, 3], applies_if=x),
        build.indicator("y", levels=[0, 4], applies_if=y),
    ]
    pack = build.pack(build.factor("f", *made))
    figure = judge(pack, known).scores.factors["f"]
    ways = product(*([known[key]] if key in known else values for key, values in OBSERVED.items()))
    points = {judge(pack, dict(zip(OBSERVED, way, strict=True))).scores.factors["f"].point for way in ways}
    assert span(figure) == (min(points), max(points), True, True)


def test_a_level_that_was_given_decides_while_its_facts_are_open(build, judge, observed):
    pack = build.pack(build.factor("f", observed(), build.indicator("x", applies_if={"all": [SET, at_least(2)]})))
    assert span(judge(pack, {"f.tools": 2, "f.x": 4}).scores.factors["f"]) == (50, 75, True, True)
    assert span(judge(pack, {"f.tools": 1, "f.x": 4}).scores.factors["f"]) == (25, 25, True, True)
    with_set = judge(pack, {"f.tools": 2, "f.tools.set": True, "f.x": 4}).scores
    assert span(with_set.factors["f"]) == (75, 75, True, True)


def test_facts_of_what_does_not_apply_decide_nothing(build, judge, observed):
    pack = build.pack(build.factor("f", observed(applies_if=A), build.indicator("x", applies_if=SET)), context=YES)
    answers = {"f.tools.set": True, "f.x": 4}
    assert span(judge(pack, answers).scores.factors["f"])[2:] == (None, True)
    assert judge(pack, {**answers, "context.a": False}).scores.indicators["f.x"].part.present is False
    assert judge(pack, {**answers, "context.a": True}).scores.indicators["f.x"].part.present is True


@pytest.mark.parametrize("given", [{}, {"f.tools.set": True}, {"f.tools.day": DAYS[1]}])
@pytest.mark.parametrize("x", [{"all": [FEW, at_least(2)]}, {"all": [SET, at_least(1)]}])
def test_a_suppressed_fact_can_be_any_number_below_the_limit(build, judge, observed, x, given):
    pack = build.pack(build.factor("f", observed(), build.indicator("x", applies_if=x)))
    answers = {"f.tools.count": 3, "f.x": 0, **given}
    hidden = Suppressed(frozenset({"f.tools.count"}))
    figure = evaluate(pack, build.assessment(pack, answers), hidden).scores.factors["f"]
    ways = product([True, False], range(pack.model.privacy.small_number), DAYS)
    each = [dict(zip(("f.tools.set", "f.tools.count", "f.tools.day"), way, strict=True)) | given for way in ways]
    points = {judge(pack, {**one, "f.x": 0}).scores.factors["f"].point for one in each}
    assert span(figure) == (min(points), max(points), True, True)
