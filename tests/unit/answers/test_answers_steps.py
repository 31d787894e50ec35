"""What one step of a migration makes of answers."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.answers.model import Answer, CarriedBy
from mhscan.answers.steps import Held, apply_step
from mhscan.pack.migration import Step

STEP = TypeAdapter(Step)


def apply(answers, **step):
    held = {key: Held(Answer(state="answered", value=value), (key,)) for key, value in answers.items()}
    return apply_step(STEP.validate_python(step), held)


def rescaled(strategy, old, new, level):
    effect = apply({"a.b": level}, type="rescale", question="a.b", strategy=strategy, old=old, new=new)
    return effect.made["a.b"].answer.value


def test_a_step_that_finds_no_answer_does_nothing():
    assert apply({"a.c": 1}, type="rename", question="a.b", to="a.d") is None


@pytest.mark.parametrize(
    ("old", "new", "levels"),
    [
        ([0, 1, 2, 3, 4], [0, 1, 2], [0, 1, 2, 2, 2]),
        ([0, 1, 2], [1, 2, 3], [1, 1, 2]),
        ([0, 2, 4], [1, 3], [1, 1, 3]),
    ],
)
def test_clamp_keeps_a_level_or_takes_the_nearest_and_the_lower_of_two(old, new, levels):
    assert [rescaled("clamp", old, new, level) for level in old] == levels


@pytest.mark.parametrize(
    ("old", "new", "levels"),
    [
        ([0, 1, 2], [1, 2, 3, 4, 5], [1, 3, 5]),
        ([1, 2, 3, 4, 5], [0, 1, 2], [0, 0, 1, 1, 2]),
        ([0, 1, 2, 3], [0, 1, 2, 3, 4], [0, 1, 3, 4]),
        ([0, 1, 2, 3, 4], [0, 1], [0, 0, 0, 1, 1]),
    ],
)
def test_proportional_keeps_the_place_between_lowest_and_highest_and_takes_the_lower_of_two(old, new, levels):
    assert [rescaled("proportional", old, new, level) for level in old] == levels


@pytest.mark.parametrize(("strategy", "value"), [("reset", 1), ("clamp", 9), ("proportional", True), ("clamp", "1")])
def test_what_is_no_level_of_the_old_scale_is_asked_again(strategy, value):
    effect = apply({"a.b": value}, type="rescale", question="a.b", strategy=strategy, old=[0, 1], new=[0, 1, 2])
    assert (effect.made, effect.archived) == ({}, True)


@pytest.mark.parametrize("kind", ["map", "rescale"])
def test_a_state_without_a_value_goes_over_as_it_is(kind):
    held = Held(Answer(state="unknown", note="Ask Ann."), ("a.b",))
    more = {"values": [{"from": 0, "to": 1}]} if kind == "map" else {"strategy": "reset", "old": [0, 1], "new": [0, 2]}
    effect = apply_step(STEP.validate_python({"type": kind, "question": "a.b", "to": "a.c", **more}), {"a.b": held})
    assert (effect.made, effect.archived) == ({"a.c": held}, False)


def test_yes_is_not_the_number_one():
    step = {"type": "map", "question": "a.b", "values": [{"from": 1, "to": 5}]}
    assert apply({"a.b": 1}, **step).made["a.b"].answer.value == 5
    assert apply({"a.b": True}, **step).made == {}


def test_of_several_options_none_of_which_exists_nothing_is_left():
    effect = apply({"a.b": ("x", "y")}, type="map", question="a.b", values=[{"from": "z", "to": "z"}])
    assert (effect.made, effect.archived) == ({}, True)


def test_options_that_became_one_stand_once():
    pairs = [{"from": "x", "to": "z"}, {"from": "y", "to": "z"}]
    assert apply({"a.b": ("x", "y")}, type="map", question="a.b", values=pairs).made["a.b"].answer.value == ("z",)


def test_a_split_that_asks_again_archives():
    effect = apply({"a.b": 1}, type="split", question="a.b", into=["a.c", "a.d"], level="ask")
    assert (effect.made, effect.archived) == ({}, True)


@pytest.mark.parametrize(
    ("level", "values", "merged"),
    [
        ("lowest", (2, 1), 1),
        ("equal", (2, 1), None),
        ("equal", (2, 2), 2),
        ("ask", (2, 2), None),
        ("lowest", ("x", 1), None),
    ],
)
def test_a_merge_follows_its_rule(level, values, merged):
    answers = dict(zip(("a.b", "a.c"), values, strict=True))
    effect = apply(answers, type="merge", questions=["a.b", "a.c"], to="a.d", level=level)
    assert effect.archived
    assert {key: one.answer.value for key, one in effect.made.items()} == ({} if merged is None else {"a.d": merged})


def test_a_merge_keeps_who_carries_it_also_from_the_other_answer():
    carried = CarriedBy(kind="county", name="Rain for all")
    held = {
        "a.b": Held(Answer(state="answered", value=1), ("a.b",)),
        "a.c": Held(Answer(state="answered", value=2, carried_by=carried, note="x"), ("a.c",)),
    }
    step = STEP.validate_python({"type": "merge", "questions": ["a.b", "a.c"], "to": "a.d", "level": "lowest"})
    merged = apply_step(step, held).made["a.d"].answer
    assert (merged.value, merged.carried_by, merged.note) == (1, carried, "x")
