"""Levels can be told apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """No two levels of an indicator have nearly the same text."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            for m, level in enumerate(indicator.levels):
                for k, other in enumerate(indicator.levels[:m]):
                    if _words(level.text) == _words(other.text):
                        path = ("indicators", n, "levels", k, "text")
                        related = (Related(part.document.locate(path), _("the other level")),)
                        message = _("levels {low} and {high} say the same").format(low=other.level, high=level.level)
                        hint = _("Say what can be seen on this level and not on the other.")
                        place = ("indicators", n, "levels", m, "text")
                        yield part.problem("MH509", place, message, hint, related=related)


def _words(text: str) -> list[str]:
    """The words of a text, whatever their order, capitals and marks."""
    return sorted(re.findall(r"\w+", text.casefold()))
