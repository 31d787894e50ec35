"""The words of questions that are gone are kept."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.moves import migrations_of, taken
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.migration import Rename


def check(folder: Folder) -> Iterator[Problem]:
    """Each old question whose answers may be archived has its words under `old`."""
    for part, migration in migrations_of(folder):
        for step, path, key in taken(migration):
            if not isinstance(step, Rename) and key not in migration.old:
                message = _("the words of the old question '{key}' are missing").format(key=key)
                hint = _("Add them under 'old', as the older version of the pack has them.")
                yield part.problem("MH715", path, message, hint)
