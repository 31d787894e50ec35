"""What a pack has at all."""

from __future__ import annotations

from mhscan.pack.pack import Pack
from mhscan.reports.views.features import FeaturesView


def features(pack: Pack) -> FeaturesView:
    """What a pack has, whatever was answered."""
    model = pack.model
    actions = [action for place in pack.places.values() for action in place.indicator.actions]
    return FeaturesView(
        phases=bool(model.phases),
        total=model.aggregate.total,
        profile=model.profile is not None,
        sources=bool(pack.sources),
        rules=bool(model.rules),
        actions=bool(actions),
        efforts=any(action.effort for action in actions),
        terms=any(action.term or action.moment for action in actions),
        owners=any(action.owner for action in actions),
        quick=model.advice.quick is not None,
    )
