"""Whatever was observed: the level is the one that follows by hand, and what is open widens the range exactly."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import product
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mhscan.advice.bringing import brought
from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.integrity.packs import load_pack

WORKSHOP = load_pack(Path(__file__).resolve().parents[1] / "packs" / "workshop")
SHARES = [f"{part}/10" for part in range(11)]
VALUES = {
    "bench.tools.set": [False, True],
    "bench.tools.sharp": ["0/10", "3/10", "5/10", "7/9", "8/10", "9/9"],
    "bench.tools.stands": [0, 1, 2, 40],
    "bench.tools.checked": ["2020-02-29", "2025-04-30", "2025-05-01", "2026-06-01"],
    "people.lessons.given": ["none", "one", "more"],
    "people.lessons.reached": ["0/8", "2/8", "4/8", "5/8", "6/8", "8/8"],
    "people.lessons.planned": [False, True],
}
TOOLS = tuple(key for key in VALUES if key.startswith("bench"))
LESSONS = tuple(key for key in VALUES if key.startswith("people"))


def share(value):
    part, whole = value.split("/")
    return Fraction(int(part), int(whole))


def tools_by_hand(has_set, sharp, stands, checked_at):
    """The levels of `tools` as a person reads them, in a scan of 1 May 2026."""
    checked = checked_at >= "2025-05-01"
    if has_set and share(sharp) >= Fraction(8, 10) and (stands >= 2 or checked):
        return 4 if stands >= 2 and checked else 3
    if has_set and share(sharp) >= Fraction(1, 2):
        return 2
    return 1 if has_set or stands >= 1 else 0


def lessons_by_hand(given, reached, planned):
    if given == "more" and share(reached) >= Fraction(1, 2):
        return 4 if planned and share(reached) >= Fraction(3, 4) else 3
    if given != "none" and share(reached) >= Fraction(1, 4):
        return 2
    return 1 if given != "none" or planned else 0


def judge(answers, levels=None) -> Result:
    given_answers = {key: Answer(state="answered", value=value) for key, value in answers.items()}
    given_answers |= {key: Answer(state="answered", value=level) for key, level in (levels or {}).items()}
    assessment = Assessment(
        schema="mhscan/assessment@1", id="a", subject={"name": "Shed"}, date="2026-05-01",
        pack=PackRef(id="workshop", version="1.0.0", sha256="0" * 64), questionnaire="full",
        respondent=Respondent(id="r"), answers=given_answers,
    )  # fmt: skip
    return evaluate(WORKSHOP, assessment)


@cache
def whole(way: tuple[tuple[str, object], ...]) -> tuple[object, ...]:
    """All figures of one complete way to answer, with the outcomes of the rules."""
    values = dict(way)
    facts = {key: value for key, value in values.items() if key in VALUES}
    result = judge(
        {**facts, "context.hired": values["context.hired"]}, {"bench.board": values["bench.board"], "people.helper": 2}
    )
    figures = tuple(result.scores.figures[name].point for name in sorted(result.scores.figures))
    return figures, tuple(one.outcome.value for one in result.rules)


def some_of(keys):
    return st.fixed_dictionaries({}, optional={key: st.sampled_from(VALUES[key]) for key in keys})


@given(some_of(VALUES))
@settings(max_examples=150, deadline=None)
def test_the_levels_that_are_possible_are_those_of_every_way_to_go_on(answers):
    facts = judge(answers).facts
    for key, keys, by_hand in (("bench.tools", TOOLS, tools_by_hand), ("people.lessons", LESSONS, lessons_by_hand)):
        ways = product(*([answers[one]] if one in answers else VALUES[one] for one in keys))
        wanted = tuple(sorted({by_hand(*way) for way in ways}))
        fact = facts.get(key)
        assert (fact.within or (0, 1, 2, 3, 4)) == wanted
        assert (fact.state, fact.value) == (("answered", wanted[0]) if len(wanted) == 1 else ("not_asked", None))


@given(some_of(TOOLS), st.sampled_from([0, 4]))
@settings(max_examples=40, deadline=None)
def test_ranges_and_rules_are_those_over_every_way_to_go_on(answers, board):
    known = {"people.lessons.given": "none", "people.lessons.reached": "0/8", "people.lessons.planned": False}
    result = judge({**known, **answers, "context.hired": False}, {"bench.board": board, "people.helper": 2})
    ways = [
        whole(
            tuple({**known, **dict(zip(TOOLS, way, strict=True)), "context.hired": False, "bench.board": board}.items())
        )
        for way in product(*([answers[one]] if one in answers else VALUES[one] for one in TOOLS))
    ]
    for n, name in enumerate(sorted(result.scores.figures)):
        figure, points = result.scores.figures[name], [way[0][n] for way in ways if way[0][n] is not None]
        assert figure.exact
        if points:
            assert (figure.low, figure.high) == (min(points), max(points)), name
    for n, rule in enumerate(result.rules):
        outcomes = {way[1][n] for way in ways}
        assert rule.outcome.value is (outcomes.pop() if len(outcomes) == 1 else None), rule.rule.id


@given(some_of(VALUES), st.data())
@settings(max_examples=100, deadline=None)
def test_one_more_fact_only_narrows_and_a_better_one_never_lowers(answers, data):
    before = judge(answers)
    key = data.draw(st.sampled_from(sorted(VALUES)))
    if key not in answers:
        after = judge({**answers, key: data.draw(st.sampled_from(VALUES[key]))})
        for name, figure in after.scores.figures.items():
            was = before.scores.figures[name]
            if figure.present and was.present:
                assert was.low <= figure.low
                assert figure.high <= was.high
    ladder = VALUES[key]
    low, high = sorted(data.draw(st.tuples(*[st.integers(0, len(ladder) - 1)] * 2)))
    place = key.rpartition(".")[0]
    lower, higher = (judge({**answers, key: ladder[n]}).facts.get(place) for n in (low, high))
    assert min(lower.within) <= min(higher.within)
    assert max(lower.within) <= max(higher.within)


@given(some_of(TOOLS), st.integers(0, 4))
@settings(max_examples=100, deadline=None)
def test_a_level_that_was_given_counts_until_the_facts_decide_or_exclude_it(answers, level):
    alone, with_level = (
        judge(answers).facts.get("bench.tools"),
        judge(answers, {"bench.tools": level}).facts.get("bench.tools"),
    )
    within = alone.within or (0, 1, 2, 3, 4)
    assert with_level.within == within
    if len(within) == 1:
        assert with_level.value == within[0]
        assert not with_level.is_undecided
    elif level in within:
        assert (with_level.value, with_level.is_undecided) == (level, True)
    else:
        assert (with_level.value, with_level.state) == (None, "not_asked")


@settings(max_examples=300)
@given(st.fixed_dictionaries({key: st.sampled_from(values) for key, values in VALUES.items()}))
def test_an_advised_action_brings_about_a_missing_fact_if_any_does_and_never_what_is_there(facts):
    result = judge(facts)
    for advised in result.actions:
        place, known = advised.place, result.facts
        if place.observations:
            brings = {one.id: brought(WORKSHOP, known, place, one) for one in place.indicator.actions}
            assert brings[advised.action.id] != "there"
            assert brings[advised.action.id] == "missing" or "missing" not in brings.values()
            assert advised.action.to > advised.level
