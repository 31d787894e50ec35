"""A title is not written in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """No title of an indicator of more than one word has capitals only."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            if indicator.title.isupper() and " " in indicator.title:
                message = _("the title '{title}' has capitals only").format(title=indicator.title)
                yield part.problem("MH517", ("indicators", n, "title"), message, _("Write it as you would say it."))
