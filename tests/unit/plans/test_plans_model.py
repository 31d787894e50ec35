"""The plan of one subject."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.plans.model import STATUSES, ActionState, Plan, Target, new_plan


def test_a_new_plan_has_no_targets_and_no_actions():
    fresh = new_plan("harbour", {"name": "Northport"})
    assert (fresh.name, fresh.pack, fresh.targets, fresh.actions) == ("Northport", "harbour", {}, {})


def test_an_action_that_the_plan_does_not_have_is_still_to_do(plan):
    assert plan.state("afloat.longer-ramp") == ActionState(status="todo")
    assert plan.state("afloat.share-hoist").status == "doing"


def test_changing_an_action_leaves_the_others_and_the_old_plan_alone(plan):
    changed = plan.with_action("afloat.longer-ramp", ActionState(status="done"))
    assert list(changed.actions) == ["afloat.share-hoist", "afloat.longer-ramp"]
    assert list(plan.actions) == ["afloat.share-hoist"]


def test_the_targets_are_replaced_as_a_whole(plan):
    assert list(plan.with_targets({"people": Target(level=2)}).targets) == ["people"]


def test_keys_that_nobody_knows_are_kept_with_empty_values_too():
    state = ActionState.model_validate({"status": "done", "colour": None, "costs": 12})
    assert state.unknown == ("colour", "costs")
    assert state.data() == {"status": "done", "colour": None, "costs": 12}


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_can_stand_in_a_plan(status):
    assert ActionState(status=status).status == status


@pytest.mark.parametrize("key", ["a.b.c", "A", "", ".", "a."])
def test_a_target_is_for_a_factor_or_an_indicator(key):
    with pytest.raises(ValidationError, match="pattern"):
        Plan.model_validate(
            {"schema": "mhscan/plan@1", "subject": {}, "pack": "harbour", "targets": {key: {"level": 2}}}
        )
