"""An id that went out of use is not used again."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.errors import Problem
from mhscan.integrity.moves import migrations_of, taken
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.versions import numbers


def check(folder: Folder) -> Iterator[Problem]:
    """No question of the pack, and no step of the same or a later migration, has an id that a step took out of use."""
    names = names_of(folder)
    contexts, fields = {CONTEXT + one for one in names.context}, {f"subject.{one}" for one in names.subject}
    present = {*names.indicators, *contexts, *fields}
    found = migrations_of(folder)
    for part, migration in found:
        end = numbers(migration.to)
        since = [one for _part, one in found if one is migration or numbers(one.from_) >= end]
        steps = [step for one in since for step in one.steps]
        for step, path, key in taken(migration):
            again = present | {made for other in steps if other is not step for made in other.made}
            if key not in step.made and key in again:
                message = _("the id '{key}' went out of use here, but is used again").format(key=key)
                hint = _("Old answers would seem to be about the new question. Give the new one another id.")
                yield part.problem("MH713", path, message, hint)
