"""The plan of a subject as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _, speaking
from mhscan.reports.views.plan import PlannedView, PlanView
from mhscan.ui.streams import as_lines, wrapped


def plan_text(result: Result, view: PlanView) -> str:
    """The plan, to the width of the window."""
    with speaking(result.pack.model.language):
        return as_lines(_lines(result, view))


def _lines(result: Result, view: PlanView) -> Iterator[str]:
    assessment = result.assessment
    yield from wrapped(
        _("Action plan for {subject}, {date}").format(subject=assessment.name, date=date_words(assessment.date))
    )
    if view.progress:
        yield from wrapped(_("In the plan: {counts}.").format(counts=", ".join(view.progress)))
    if view.targets:
        yield ""
        yield from wrapped(_("Targets"))
        for target in view.targets:
            yield from wrapped(target.words, "- ")
        yield from wrapped(" ".join(view.target_words))
    groups = (
        (_("Quick wins"), view.quick_wins),
        (_("Key actions"), view.key_actions),
        (_("Further actions"), view.more_actions),
        (_("Done or given up"), view.settled),
    )
    for title, actions in groups:
        if actions:
            yield ""
            yield from wrapped(title)
        for one in actions:
            yield from _action(one)
    if not view.actions:
        yield from wrapped(_("These answers give no actions."))


def _action(one: PlannedView) -> Iterator[str]:
    lead = f"{one.action.number}. "
    yield from wrapped(f"{one.action.title} ({one.action.id})", lead)
    indent = " " * len(lead)
    state = [one.status_words, one.owner, one.due_words]
    yield from wrapped("; ".join(word for word in state if word), indent)
    if one.status in ("done", "dropped"):
        yield from wrapped(one.remark, indent) if one.remark else ()
        return
    if one.action.because:
        yield from wrapped(_("Because you answered: {answer}").format(answer=one.action.because), indent)
    if one.first:
        yield from wrapped(_("First: {things}.").format(things="; ".join(one.first)), indent)
    for step in one.action.steps:
        yield from wrapped(step, f"{indent}- ")
    for line in _details(one):
        yield from wrapped(line, indent)


def _details(one: PlannedView) -> Iterator[str]:
    action = one.action
    if action.partners:
        yield _("Together with: {names}.").format(names=", ".join(action.partners))
    labelled = {_("Effort"): action.effort, _("Done within"): action.term, _("Moment"): action.moment}
    if any(labelled.values()):
        yield "; ".join(f"{name}: {word}" for name, word in labelled.items() if word) + "."
    if action.reasons:
        yield " ".join(action.reasons)
    if one.for_target:
        yield _("Needed for a target.")
    if one.remark:
        yield one.remark
    if one.note:
        yield _("Note: {note}").format(note=one.note)
    if action.strength:
        sources = ", ".join(source.id for source in action.sources)
        yield f"{action.strength} ({sources})" if sources else action.strength
