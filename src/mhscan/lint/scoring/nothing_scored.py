"""Every factor has a score."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """Each factor has an aspect that counts."""
    for part, factor in folder.of(Factor):
        if not any(one.scored for one in factor.aspects):
            hint = _("Let at least one aspect count: leave 'scored: false' out.")
            message = _("no aspect of this factor counts")
            yield part.problem("MH408", ("aspects",), message, hint, at_key=True)
