"""The two axes, and the phases that stand beside them."""

from __future__ import annotations

from mhscan.advice.profile import ProfileResult
from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.reports.views.figures import AxesView, FigureView
from mhscan.reports.words import and_list, figure_view, whole
from mhscan.scoring.means import exact


def axes(result: Result) -> AxesView | None:
    """The two axes with the field between them; nothing where the pack has no profile."""
    place = result.profile
    if place is None:
        return None
    titles = {phase.id: phase.title for phase in result.pack.model.phases}
    return AxesView(
        x=figure_view(place.x, titles[place.x.id]),
        y=figure_view(place.y, titles[place.y.id]),
        field=place.field.label if place.field else "",
        text=place.field.text if place.field else why_not(place, titles),
        note=place.profile.note,
        split=whole(exact(place.profile.split)),
    )


def why_not(place: ProfileResult, titles: dict[str, str]) -> str:
    """Why no field can be named, as a sentence; empty where the pack does not describe the field."""
    if place.why_not is None:
        return ""
    on = and_list(tuple(titles[axis] for axis in place.axes))
    sentences = {
        "too_little_known": _("Too little is known about {on} to name a field."),
        "near_split": _("The score of {on} lies too near the middle to name a field."),
        "band_crosses": _("The open answers about {on} can still change the field, so none is named."),
    }
    return sentences[place.why_not].format(on=on)


def across(result: Result) -> tuple[FigureView, ...]:
    """The phases that are no axis; all phases where there is no profile, and the total where the pack asks for one."""
    profile = result.pack.model.profile
    on_axes = (profile.x, profile.y) if profile else ()
    beside = [
        figure_view(result.scores.phases[phase.id], phase.title)
        for phase in result.pack.model.phases
        if phase.id not in on_axes
    ]
    total = result.scores.total
    return (*beside, *((figure_view(total, _("Total")),) if total else ()))
