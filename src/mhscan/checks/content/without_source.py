"""Every indicator rests on a source."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import names_of
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor

PAGE = Page(
    "MH516",
    N_("A question that rests on nothing cannot be defended to whoever gets a low score for it."),
    wrong="""\
- {id: compost, title: Compost, ...}
""",
    right="""\
- {id: compost, title: Compost, sources: [BK-1], ...}
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """Each indicator names a claim, if the pack has any."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators if names_of(folder).claims else ()):
            if not indicator.sources:
                message = _("this indicator names no source")
                hint = _("Add 'sources' with the claims that it rests on.")
                yield part.problem("MH516", ("indicators", n, "id"), message, hint, severity="warning")
