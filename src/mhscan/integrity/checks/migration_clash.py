"""Each answer is carried over in one way."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Path, Problem
from mhscan.integrity.moves import made, migrations_of, taken
from mhscan.integrity.names import Wanted
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.migration import Migration


def check(folder: Folder) -> Iterator[Problem]:
    """Two files are not about the same versions, and two steps of a file not about the same question."""
    first: dict[tuple[str, str], str] = {}
    for part, one in migrations_of(folder):
        between = (one.from_, one.to)
        if between in first:
            message = _("there is a migration from {start} to {to} already, in {file}")
            said = message.format(start=one.from_, to=one.to, file=first[between])
            yield part.problem("MH714", ("from",), said, _("Put all steps in one file."))
        first.setdefault(between, part.document.file)
        yield from _steps(part, one)


def _steps(part: Part, migration: Migration) -> Iterator[Problem]:
    before: set[str] = set()
    said: set[Path] = set()
    for _step, path, key in taken(migration):
        if key in before:
            message = _("another step takes the answer of '{key}' already").format(key=key)
            yield part.problem("MH714", path, message, _("Name each old question in one step."))
            said.add(path[:2])
        before.add(key)
    after: set[str] = set()
    for _step, path, key in made(migration):
        if key in after and path[:2] not in said:
            message = _("another step makes the answer of '{key}' already").format(key=key)
            yield part.problem("MH714", path, message, _("Several questions that become one are one step: 'merge'."))
        after.add(key)
    for key in migration.old:
        if key not in before:
            yield Wanted(part, ("old", key), "question", at_key=True).problem("MH714", key, before)
