"""The actions of the plan, beside what the answers show: done or not, and whether a change is seen."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack
from mhscan.plans.model import ActionState, Plan
from mhscan.trend.compare import Pair
from mhscan.trend.indicators import IndicatorChange


@dataclass(frozen=True)
class ActionChange:
    """An action of the plan; `action` and `change` are None where the newest pack does not have it any more."""

    id: str
    state: ActionState
    action: Action | None
    change: IndicatorChange | None


def action_changes(pack: Pack, plan: Plan, pair: Pair) -> tuple[ActionChange, ...]:
    """The actions of a plan: those of the pack in its order, then those that it does not have any more."""
    changes = {one.place.id: one for one in pair.indicators}
    known = {
        f"{place.factor.id}.{action.id}": (action, changes[place.id])
        for place in pack.places.values()
        for action in place.indicator.actions
    }
    ids = [*(one for one in known if one in plan.actions), *(one for one in plan.actions if one not in known)]
    return tuple(ActionChange(one, plan.state(one), *known.get(one, (None, None))) for one in ids)
