"""Which outcomes of a condition are still possible."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.lint.logic.solver import PossibleScore
from mhscan.scoring import possible
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Fact, Facts, following
from mhscan.scoring.options import TangledError, options
from mhscan.scoring.possible import Search, decide

YES = [{"id": one, "type": "yesno", "text": "?"} for one in "abcdefghi"]
A, B = ({"context": one, "is": True} for one in "ab")


@pytest.fixture
def pack(build):
    context = [*YES[:1], {**YES[1], "applies_if": A}, *YES[2:]]
    later = build.indicator("later", applies_if=B)
    scored = build.indicator("scored", applies_if={"factor": "f", "at_least": 1})
    return build.pack(build.factor("f", build.indicator("one"), later, scored), context=context)


def outcomes(pack, data, **facts):
    """What is left of true and false."""
    conditions = Conditions(pack, Facts({f"context.{k}": v for k, v in facts.items()}))
    outcome = decide(conditions, TypeAdapter(Condition).validate_python(data))
    return {True, False} if outcome.value is None else {outcome.value}


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (A, {True, False}),
        ({"any": [A, {"not": A}]}, {True}),
        ({"all": [A, {"context": "a", "is": False}]}, {False}),
        ({"all": [B, {"not": A}]}, {False}),
        ({"any": [A, {"not": B}]}, {True}),
        ({"all": [{"indicator": "f.later", "at_least": 0}, {"not": A}]}, {False}),
        ({"all": [{"indicator": "f.one", "at_least": 3}, {"indicator": "f.one", "at_most": 2}]}, {False}),
        ({"all": [{"indicator": "f.one", "at_least": 2}, {"indicator": "f.one", "at_most": 2}]}, {True, False}),
        ({"factor": "f", "at_least": 0}, {True, False}),
        ({"all": [A, {"not": A}, {"factor": "f", "at_least": 0}]}, {True, False}),
        ({"any": [{"indicator": "f.scored", "at_least": 1}, A, {"not": A}]}, {True}),
    ],
)
def test_the_outcomes_that_are_left(pack, data, left):
    assert outcomes(pack, data) == left


def test_what_the_answers_decide_has_one_outcome(pack):
    assert outcomes(pack, A, a=Fact("answered", True)) == {True}
    assert outcomes(pack, {"all": [A, B]}, a=Fact("answered", False)) == {False}


@pytest.mark.parametrize("a", [Fact("answered", True), Fact("not_applicable")])
def test_what_is_known_stays_so_in_every_way_to_go_on(pack, a):
    c, not_a = {"context": "c", "is": True}, {"context": "a", "is": False}
    for test in [not_a] if a.value else [not_a, A]:
        assert outcomes(pack, {"all": [{"any": [test, c]}, {"not": c}]}) == {True, False}
        assert outcomes(pack, {"all": [{"any": [test, c]}, {"not": c}]}, a=a) == {False}


def test_parts_that_exclude_each_other_are_seen_among_many_others(pack):
    never = {"all": [{"context": one, "is": True} for one in "acdefghi"] + [{"not": B}, B]}
    assert outcomes(pack, never) == {False}


def test_what_takes_too_many_tests_leaves_both(pack, monkeypatch):
    never = {"all": [A, {"not": A}]}
    assert outcomes(pack, never) == {False}
    monkeypatch.setattr(possible, "MOST_TESTS", 3)
    assert outcomes(pack, never) == {True, False}


def test_a_condition_is_decided_by_trying_where_its_parts_cannot(pack):
    conditions = Conditions(pack, Facts())
    never = TypeAdapter(Condition).validate_python({"all": [A, {"not": A}]})
    assert conditions.evaluate(never).value is None
    assert decide(conditions, never).value is False
    assert decide(conditions, never).open == frozenset()
    open_ = TypeAdapter(Condition).validate_python(A)
    assert decide(conditions, open_) == conditions.evaluate(open_)


def test_one_test_of_what_never_applies_is_false(build):
    never = build.indicator("never", applies_if={"all": [A, {"context": "a", "is": False}]})
    assert outcomes(build.pack(build.factor("f", never), context=YES), {"indicator": "f.never", "at_least": 0}) == {
        False
    }


def test_what_cannot_be_said_in_any_way_leaves_both(shed):
    """Without a date of the scan nothing is ahead of it, nor behind."""
    ahead = {"context": "day", "ahead": {"at_least": 0}}
    assert outcomes(shed, {"any": [ahead, {"not": ahead}]}) == {True, False}
    assert left_with(shed, {"any": [ahead, {"not": ahead}]}) == {True}


def test_a_chain_of_conditions_that_is_too_long_leaves_both(build):
    chain = [build.indicator("i0")]
    chain += [build.indicator(f"i{n}", applies_if={"indicator": f"f.i{n - 1}", "at_least": 1}) for n in range(1, 1500)]
    pack = build.pack(build.factor("f", *chain))
    test = TypeAdapter(Condition).validate_python({"indicator": "f.i1499", "at_least": 1})
    conditions = Conditions(pack, Facts())
    for key in deciders_of(pack).order:
        conditions.applies(key)
    assert decide(conditions, test).value is None


DATE = "2026-05-01"
NUMBERS = [{"id": "few", "type": "number", "text": "?"}, {"id": "many", "type": "number", "text": "?", "minimum": 2}]
ABOVE = {"context": "few", "above": "context.many"}


def tools(**test):
    return {"indicator": "f.tools", **test}


def fact(name, **test):
    return {"observation": f"f.tools.{name}", **test}


SET, NO_SET = fact("set", **{"is": True}), fact("set", **{"is": False})


@pytest.fixture
def shed(build, observed):
    """A pack with an indicator whose level follows from facts, and with numbers and days."""
    day = {"id": "day", "type": "date", "text": "?"}
    context = [*YES[:1], {**YES[1], "applies_if": A}, *NUMBERS, day]
    return build.pack(build.factor("f", observed(), build.indicator("plain")), context=context)


def left_with(pack, data, **answers):
    """What is left of true and false of a condition with these answers: of the facts of `tools`, and of its level."""
    known = {"f.tools" if name == "level" else f"f.tools.{name}": Fact("answered", v) for name, v in answers.items()}
    conditions = Conditions(pack, following(pack, known, DATE))
    outcome = decide(conditions, TypeAdapter(Condition).validate_python(data))
    return {True, False} if outcome.value is None else {outcome.value}


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"all": [tools(at_least=1), NO_SET]}, {False}),
        ({"all": [tools(at_most=0), NO_SET]}, {True, False}),
        ({"all": [tools(at_most=0), SET]}, {False}),
        ({"any": [tools(at_most=0), SET]}, {True}),
        ({"all": [tools(at_least=3), fact("count", at_most=5)]}, {False}),
        ({"all": [tools(at_least=2), fact("count", at_most=5)]}, {True, False}),
        ({"all": [tools(at_least=2, at_most=2), SET, fact("count", at_least=6)]}, {False}),
        ({"all": [tools(at_least=4), fact("day", **{"is": "2020-01-01"})]}, {False}),
        ({"all": [tools(at_least=3), fact("day", **{"is": "2020-01-01"})]}, {True, False}),
        ({"all": [tools(at_least=4), fact("day", **{"is": "2026-04-20"})]}, {True, False}),
    ],
)
def test_a_level_goes_only_with_the_facts_from_which_it_follows(shed, data, left):
    assert left_with(shed, data) == left


def test_facts_that_are_known_count_with_those_that_are_chosen(shed):
    assert left_with(shed, {"all": [tools(at_most=1), fact("count", at_least=3)]}) == {True, False}
    assert left_with(shed, {"all": [tools(at_most=1), fact("count", at_least=3)]}, set=True) == {False}
    assert left_with(shed, {"all": [tools(at_most=1), SET]}, count=4) == {False}


def test_a_fact_that_is_known_and_one_that_is_chosen_can_leave_less_than_each_by_itself(build, observed):
    some = {"observation": "count", "at_least": 1}
    day = {"observation": "day", "ahead": {"at_least": -30}}
    own_set = {"observation": "set", "is": True}
    conditions = (
        [None]
        + [{"count_of": [own_set, some, day], "at_least": n} for n in (1, 2, 3)]
        + [{"all": [own_set, some, day]}]
    )
    pack = build.pack(build.factor("f", observed(conditions=conditions)))
    low = {"all": [tools(at_most=1), fact("count", at_least=1)]}
    assert left_with(pack, low) == {True, False}
    assert left_with(pack, low, set=True) == {False}
    assert left_with(pack, {"all": [tools(at_least=2), fact("count", at_most=0)]}, set=False) == {False}


def test_a_level_that_was_given_stands_beside_the_facts_that_are_chosen(shed):
    assert left_with(shed, {"all": [tools(at_least=1), NO_SET]}, level=2) == {True, False}
    assert left_with(shed, {"all": [tools(at_least=3), NO_SET]}, level=2) == {False}


@pytest.mark.parametrize(
    ("data", "left"),
    [
        (ABOVE, {True, False}),
        ({"all": [ABOVE, {"context": "few", "at_most": 2}]}, {False}),
        ({"all": [ABOVE, {"context": "few", "at_most": 3}]}, {True, False}),
        ({"all": [ABOVE, {"context": "few", "at_most": 4}, {"context": "many", "at_least": 4}]}, {False}),
        ({"all": [ABOVE, {"context": "many", "above": "context.few"}]}, {False}),
    ],
)
def test_what_is_compared_is_looked_at_together(shed, data, left):
    assert left_with(shed, data) == left


@pytest.fixture
def search(shed):
    """A search in which each key has these values; other answers have what they can have."""

    def made(data, values=None, **more):
        def domain(key, tests):
            known = (values or {}).get("gap" if key.startswith("gap ") else key)
            return known or options(shed, key, Fact("not_asked"), tests)

        return Search(shed, TypeAdapter(Condition).validate_python(data), domain, **more)

    return made


def outcomes_of(search):
    return {value for value in (True, False, None) if search.can_be(value)}


def test_the_tests_of_one_score_look_at_the_same_score(search):
    scores = {"factor f": [PossibleScore(0, 40), PossibleScore(60, 100), PossibleScore(0, 100)]}
    least, most = {"factor": "f", "at_least": 50}, {"factor": "f", "at_most": 50}
    assert outcomes_of(search({"all": [least, most]}, scores)) == {False, None}
    assert outcomes_of(search({"any": [least, most]}, scores)) == {True, None}
    assert outcomes_of(search(least, {"factor f": [PossibleScore(60, 100), PossibleScore(60, 90)]})) == {True}


def test_each_gap_is_chosen_as_a_whole_and_by_itself(search):
    gap = {"gap": {"high": {"factor": "f"}, "low": {"factor": "f"}, "at_least": 10}}
    assert outcomes_of(search(gap, {"gap": [True, False, None]})) == {True, False, None}
    assert outcomes_of(search(gap, {"gap": [False, None]})) == {False, None}
    assert outcomes_of(search(gap, {"gap": [True]})) == {True}
    assert outcomes_of(search({"all": [gap, {"not": gap}]}, {"gap": [True, False]})) == {True, False}
    assert outcomes_of(search({"all": [gap, A, {"not": A}]}, {"gap": [True, None]})) == {False}


def test_a_question_that_is_looked_at_alone_applies_or_not_whatever_decides_about_it(search):
    both = {"all": [B, {"context": "a", "is": False}]}
    assert outcomes_of(search(both)) == {False}
    assert outcomes_of(search(both, alone=True)) == {True, False, None}
    assert outcomes_of(search({"context": "b", "state": "not_applicable"}, alone=True)) == {True, False, None}
    assert outcomes_of(search({"context": "a", "state": "not_applicable"}, alone=True)) == {False}


def test_without_answers_of_their_own_all_outcomes_of_a_question_are_looked_at(search):
    values = {"context.a": [Fact("unknown"), Fact("answered", False)]}
    assert outcomes_of(search(A, values)) == {False, None}
    assert search(A, values).can_be(True, None) is True
    assert search(A, values).can_be(True) is False
    assert search(A, values).can_be() is False


def test_so_many_tests_are_evaluated_and_no_more(search, monkeypatch):
    monkeypatch.setattr(possible, "MOST_TESTS", 2)
    found = search({"all": [A, B]})
    found.spend()
    found.spend()
    with pytest.raises(TangledError) as caught:
        found.spend()
    assert set(caught.value.keys) == {"context.a", "context.b"}


def test_only_what_is_chosen_counts_as_known(search):
    assert outcomes_of(search({"context": "a", "state": "not_asked"}, {"context.a": [Fact("answered", True)]})) == {
        False
    }
    assert outcomes_of(search({"context": "a", "state": "not_asked"}, {"context.a": [Fact("not_asked")]})) == {True}


def test_what_is_not_known_is_told_apart_from_what_holds_where_a_question_may_not_apply(search):
    values = {"context.a": [Fact("answered", True)], "context.b": [Fact("answered", True), Fact("unknown")]}
    assert outcomes_of(search(B, values)) == {True, None}
    assert outcomes_of(search(B, {**values, "context.a": [Fact("answered", False)]})) == {False}


@pytest.mark.parametrize("counts", [[Fact("unknown"), Fact("answered", 9)], [Fact("answered", 9), Fact("unknown")]])
def test_beside_a_fact_that_is_not_known_every_level_can_be(search, counts):
    data = {"all": [tools(at_least=1, at_most=2), fact("count", at_least=6)]}
    assert outcomes_of(search(data, {"f.tools.count": counts})) == {False, None}
    assert outcomes_of(search(data, {"f.tools.count": counts[:1]})) == ({False} if counts[0].value else {False, None})


def test_a_level_that_is_not_known_can_stand_beside_any_fact(search):
    data = {"all": [tools(state="unknown"), fact("count", at_least=6)]}
    values = {"f.tools.count": [Fact("answered", 9)], "f.tools": [Fact("answered", 1), Fact("unknown")]}
    assert outcomes_of(search(data, values)) == {True}
    values = {"f.tools.count": [Fact("answered", 9)], "f.tools": [Fact("answered", 3), Fact("unknown")]}
    assert outcomes_of(search(data, values)) == {True, False}


def test_with_another_date_of_the_scan_answers_are_looked_at_anew(search):
    days = [Fact("answered", "2026-05-10"), Fact("answered", "2026-06-10")]
    found = search({"context": "day", "ahead": {"at_least": 0}}, {"context.day": days}, facts=Facts(date=DATE))
    assert outcomes_of(found) == {True}
    found.on(Facts(date="2026-06-01"))
    assert outcomes_of(found) == {True, False}
    found.on(Facts(date="2026-07-01"))
    assert outcomes_of(found) == {False}


def test_whether_a_question_applies_is_chosen_on_any_date(search):
    found = search(B, alone=True, facts=Facts(date=DATE))
    assert outcomes_of(found) == {True, False, None}
    found.on(Facts(date="2026-06-01"))
    assert outcomes_of(found) == {True, False, None}
