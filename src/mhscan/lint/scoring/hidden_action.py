"""Every action is advised to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """No two actions of an indicator lead to the same level."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            first: dict[int, int] = {}
            for m, action in enumerate(indicator.actions):
                if action.to in first:
                    path = ("indicators", n, "actions", first[action.to], "to")
                    related = (Related(part.document.locate(path), _("this one is advised")),)
                    message = _("another action leads to level {level} already").format(level=action.to)
                    hint = _("Make steps of one action of them, or change the level.")
                    place = ("indicators", n, "actions", m, "to")
                    yield part.problem("MH410", place, message, hint, related=related)
                first.setdefault(action.to, m)
