"""The plan of a subject as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.reports.parts.open_answers import little_known, provisional
from mhscan.reports.views.plan import PlannedView, PlanView
from mhscan.ui.layout import listed, sentences, text_in
from mhscan.ui.streams import wrapped


def plan_text(result: Result, view: PlanView) -> str:
    """The plan of the subject of a result, to the width of the window."""
    return text_in(result.pack.model.language, _lines(result, view))


def _lines(result: Result, view: PlanView) -> Iterator[str]:
    subject, date = result.assessment.name, date_words(result.assessment.date)
    yield from wrapped(_("Action plan for {subject}, {date}").format(subject=subject, date=date))
    yield from sentences([little_known(result), provisional(result)])
    if view.progress:
        yield from wrapped(_("In the plan: {counts}.").format(counts=", ".join(view.progress)))
    if view.targets:
        yield from listed(_("Targets"), (target.words for target in view.targets))
        yield from wrapped(" ".join(view.target_words))
    groups = {
        _("Quick wins"): view.quick_wins,
        _("Key actions"): view.key_actions,
        _("Further actions"): view.more_actions,
        _("Done or given up"): view.settled,
    }
    for title, actions in groups.items():
        if actions:
            yield from ("", *wrapped(title))
        for planned in actions:
            yield from _action(planned)
    if not view.actions:
        yield from wrapped(_("These answers give no actions."))


def _action(planned: PlannedView) -> Iterator[str]:
    action, lead = planned.action, f"{planned.action.number}. "
    indent = " " * len(lead)
    yield from wrapped(f"{action.title} ({action.id})", lead)
    state = (planned.status_words, planned.owner, planned.due_words)
    yield from wrapped("; ".join(word for word in state if word), indent)
    if planned.status in ("done", "dropped"):
        yield from sentences([planned.remark], indent)
        return
    if action.because:
        yield from wrapped(_("Because you answered: {answer}").format(answer=action.because), indent)
    if planned.first:
        yield from wrapped(_("First: {things}.").format(things="; ".join(planned.first)), indent)
    for step in action.steps:
        yield from wrapped(step, f"{indent}- ")
    yield from sentences(_details(planned), indent)


def _details(planned: PlannedView) -> Iterator[str]:
    action = planned.action
    if action.partners:
        yield _("Together with: {names}.").format(names=", ".join(action.partners))
    labelled = {
        _("Effort"): action.effort,
        _("Done within"): action.term,
        _("Moment"): action.moment,
        _("Who decides"): action.decided_by,
    }
    if any(labelled.values()):
        yield "; ".join(f"{name}: {word}" for name, word in labelled.items() if word) + "."
    yield " ".join(action.reasons)
    yield action.others
    if planned.for_target:
        yield _("Needed for a target.")
    yield planned.remark
    if planned.note:
        yield _("Note: {note}").format(note=planned.note)
    if action.strength:
        sources = ", ".join(source.id for source in action.sources)
        yield f"{action.strength} ({sources})" if sources else action.strength
    yield action.ours
