"""The actions of the plan beside what the answers show."""

from __future__ import annotations

from mhscan.plans.model import Plan
from mhscan.trend.actions import action_changes


def test_actions_stand_in_the_order_of_the_pack_and_those_that_are_gone_at_the_end(versions, compared, scan):
    pair = compared(scan({"trees.pruning": 1}), scan({"trees.pruning": 3}, date="2026-05-01")).whole
    actions = {"water.do-barrel": {"title": "Old"}, "water.do-storage": {"status": "done"}, "trees.do-pruning": {}}
    plan = Plan.model_validate(
        {"schema": "mhscan/plan@1", "subject": {"name": "Eden"}, "pack": "orchard", "actions": actions}
    )
    found = action_changes(versions["2.0.0"], plan, pair)
    assert [one.id for one in found] == ["trees.do-pruning", "water.do-storage", "water.do-barrel"]
    assert [one.change.kind if one.change else None for one in found] == ["higher", "open", None]
    assert [one.state.status for one in found] == ["todo", "done", "todo"]
    assert found[2].action is None
