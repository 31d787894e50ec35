"""What a pack has at all, and the numbers that sentences in documents name."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.pack.pack import Pack
from mhscan.reports.parts.signals import signal_count
from mhscan.reports.parts.summary import answered_of
from mhscan.reports.views.report import CountsView, FeaturesView, ReportView


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


def counts(result: Result, view: ReportView) -> CountsView:
    """How many there are of what a sentence counts, by the view that is shown."""
    answered, asked = answered_of(result)
    warnings = (*view.warnings, *view.more_warnings)
    return CountsView(
        asked=asked,
        answered=answered,
        unknown=len(view.unknown),
        warnings=len(warnings),
        serious=sum(warning.serious for warning in warnings),
        undecided=len(view.undecided),
        quick_wins=len(view.quick_wins),
        key_actions=len(view.key_actions),
        more_actions=len(view.more_actions),
        actions=len(result.actions),
        signals=signal_count(result),
    )
