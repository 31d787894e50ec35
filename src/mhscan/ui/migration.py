"""What a migration did, or would do, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from mhscan.answers.migration import Migrated
from mhscan.answers.migrator import MigrationChange
from mhscan.language import _, ngettext
from mhscan.ui.layout import sentences
from mhscan.ui.streams import as_lines, wrapped


def migration_text(migrated: Migrated) -> str:
    """Each step with the answers that it changed, then how many went over as they are; to the width of the window."""
    return as_lines(_lines(migrated))


def _lines(migrated: Migrated) -> Iterable[str]:
    for stage in migrated.stages:
        head = _("From version {start} to {goal}:")
        if stage.start == stage.goal:
            head = _("Held against the questions of version {goal}:")
        yield head.format(start=stage.start, goal=stage.goal)
        yield from sentences([stage.text], "  ")
        for change in stage.changes:
            yield from wrapped(_change(change), "- ")
    changed = {key for change in migrated.changes for key in change.made}
    same = sum(key not in changed for key in migrated.came_from)
    yield from wrapped(
        ngettext("{n} answer goes over as it is.", "{n} answers go over as they are.", same).format(n=same)
    )
    look = [key for key, answer in migrated.assessment.answers.items() if answer.derived_from]
    if look:
        advice = _("Nobody gave these answers in this form, so look at them: {keys}.")
        yield from wrapped(advice.format(keys=", ".join(look)))


def _change(change: MigrationChange) -> str:
    taken, made = ", ".join(change.taken), ", ".join(change.made)
    if not change.made:
        return _("{taken}: archived. {why}").format(taken=taken, why=change.why)
    if change.values is not None:
        old, new = (", ".join(value) if isinstance(value, tuple) else str(value) for value in change.values)
        taken, made = f"{taken} ({old})", f"{made} ({new})"
    sentence = _("{taken} → {made}. {why}")
    if change.archived:
        sentence = _("{taken} → {made}; what was answered is archived. {why}")
    return sentence.format(taken=taken, made=made, why=change.why)
