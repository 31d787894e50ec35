"""From every level there is a way up."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """Each indicator has an action that leads to its highest level."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            levels = [one.level for one in indicator.levels]
            reached = max((action.to for action in indicator.actions), default=min(levels))
            if reached < max(levels):
                message = _("from level {level} on no action leads up").format(level=reached)
                hint = _("Add an action with 'to: {level}'.").format(level=max(levels))
                key = "actions" if indicator.actions else "id"
                yield part.problem("MH515", ("indicators", n, key), message, hint, at_key=key == "actions")
