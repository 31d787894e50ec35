"""Every indicator says what it rests on: claims of a source, or nothing because it is an idea of the authors."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """Each indicator names its claims, or none on purpose, if the pack has any."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators if names_of(folder).claims else ()):
            if "sources" not in indicator.model_fields_set:
                message = _("this indicator does not say what it rests on")
                hint = _("Add 'sources' with the claims that it rests on, or 'sources: []' if it is your own idea.")
                yield part.problem("MH516", ("indicators", n, "id"), message, hint)
