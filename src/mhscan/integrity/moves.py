"""What the migrations of a pack take and make, each with its place; shared by the checks of migrations."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Path
from mhscan.loading.packs import Folder, Part
from mhscan.pack.migration import Merge, Migration, Split, Step
from mhscan.pack.versions import numbers


def migrations_of(folder: Folder) -> list[tuple[Part, Migration]]:
    """The migrations of a pack, from old to new."""
    return sorted(folder.of(Migration), key=lambda found: (numbers(found[1].from_), numbers(found[1].to)))


def taken(migration: Migration) -> Iterator[tuple[Step, Path, str]]:
    """Each old question with the step that takes its answer, and its place."""
    for n, step in enumerate(migration.steps):
        if isinstance(step, Merge):
            yield from ((step, ("steps", n, "questions", m), key) for m, key in enumerate(step.questions))
        else:
            yield step, ("steps", n, "question"), step.question


def made(migration: Migration) -> Iterator[tuple[Step, Path, str]]:
    """Each new question with the step that makes its answer, and its place."""
    for n, step in enumerate(migration.steps):
        if isinstance(step, Split):
            yield from ((step, ("steps", n, "into", m), key) for m, key in enumerate(step.into))
        else:
            where = "to" if getattr(step, "to", None) else "question"
            yield from ((step, ("steps", n, where), key) for key in step.made)
