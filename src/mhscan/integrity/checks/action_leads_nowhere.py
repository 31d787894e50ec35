"""Actions lead to a level that can be reached from one below it."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """The level that each action leads to is one of the scale, and not the lowest."""
    model = names_of(folder).model
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            scale = model.scales.get(indicator.scale) if model else None
            wanted = [one.level for one in scale.levels][1:] if scale else []
            for m, action in enumerate(indicator.actions if scale else ()):
                if action.to not in wanted:
                    message = _("no action can lead to level {level}").format(level=action.to)
                    hint = _("Possible here: {keys}.").format(keys=", ".join(map(str, wanted)))
                    yield part.problem("MH403", ("indicators", n, "actions", m, "to"), message, hint)
