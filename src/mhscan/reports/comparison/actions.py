"""The actions of the plan in a comparison: what became of them, beside what the answers show."""

from __future__ import annotations

from mhscan.dates import date_words
from mhscan.language import _
from mhscan.pack.pack import Pack, label
from mhscan.plans.model import Plan
from mhscan.reports.views.comparison import ActionChangeView
from mhscan.trend.compare import ActionChange, Pair, action_changes


def action_views(pack: Pack, plan: Plan, pair: Pair, internal: bool) -> tuple[ActionChangeView, ...]:
    """The actions of a plan; owners and notes are for internal use."""
    return tuple(_view(pack, one, internal) for one in action_changes(pack, plan, pair))


def _view(pack: Pack, found: ActionChange, internal: bool) -> ActionChangeView:
    state = found.state
    return ActionChangeView(
        id=found.id,
        title=found.action.title if found.action else state.title or found.id,
        status=state.status,
        since=date_words(state.since or ""),
        kind=found.change.kind if found.change else None,
        sentence=_sentence(found),
        owner=label(pack.model.roles, state.owner) if internal else "",
        note=(state.note or "") if internal else "",
    )


def _sentence(found: ActionChange) -> str:
    """What became of an action, without blame."""
    words = {"todo": _("Not begun."), "doing": _("Being done."), "dropped": _("Given up."), "done": _("Done.")}
    said = words[found.state.status]
    if found.change is None:
        return f"{said} {_('This version of the scan does not have the action any more.')}"
    title = found.change.place.indicator.title
    seen = {
        "higher": _("The answer about '{title}' is higher now."),
        "lower": _("The answer about '{title}' is lower now. That can have other causes."),
        "same": _("The answers show no change yet. That can still come."),
    }
    unsure = _("Whether the answer about '{title}' changed cannot be said.")
    if found.state.status != "done" and found.change.kind not in ("higher", "lower"):
        return said
    return f"{said} {seen.get(found.change.kind, unsure).format(title=title)}"
