"""Every aspect has an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """Each aspect of a factor has an indicator."""
    for part, factor in folder.of(Factor):
        used = {one.aspect for one in factor.indicators}
        for n, aspect in enumerate(factor.aspects):
            if aspect.id not in used:
                message = _("no indicator belongs to the aspect '{id}'").format(id=aspect.id)
                hint = _("Remove it, or give it an indicator.")
                yield part.problem("MH213", ("aspects", n, "id"), message, hint)
