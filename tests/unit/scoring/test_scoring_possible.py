"""Which outcomes of a condition are still possible."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.scoring import possible
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.possible import decide

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


def test_a_chain_of_conditions_that_is_too_long_leaves_both(build):
    chain = [build.indicator("i0")]
    chain += [build.indicator(f"i{n}", applies_if={"indicator": f"f.i{n - 1}", "at_least": 1}) for n in range(1, 1500)]
    pack = build.pack(build.factor("f", *chain))
    test = TypeAdapter(Condition).validate_python({"indicator": "f.i1499", "at_least": 1})
    conditions = Conditions(pack, Facts())
    for key in deciders_of(pack).order:
        conditions.applies(key)
    assert decide(conditions, test).value is None
