"""The numbers that sentences in documents name."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.reports.parts.summary import answered_of
from mhscan.reports.views.report import CountsView, ReportView


def counts(result: Result, view: ReportView) -> CountsView:
    """How many there are of what a sentence counts, by the view that is shown."""
    answered, asked = answered_of(result)
    warnings = (*view.warnings, *view.more_warnings)
    return CountsView(
        asked=asked,
        answered=answered,
        unknown=len(view.unknown),
        warnings=len(warnings),
        serious=sum(one.serious for one in warnings),
        undecided=len(view.undecided),
        quick_wins=len(view.quick_wins),
        key_actions=len(view.key_actions),
        more_actions=len(view.more_actions),
        actions=len(result.actions),
    )
