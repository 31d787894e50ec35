"""Whether a question applies does not depend on a score."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import FigureRef, Gap
from mhscan.errors import Problem
from mhscan.integrity.walk import conditions_of, inside
from mhscan.language import _
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No `applies_if` tests the score of a factor or phase, or a gap between two."""
    for one in conditions_of(folder):
        for at, test in inside(one.condition, one.path) if one.path[-1] == "applies_if" else ():
            if isinstance(test, FigureRef | Gap):
                hint = _("Use the level of an indicator instead.")
                yield one.part.problem("MH302", at, _("whether a question applies cannot depend on a score"), hint)
