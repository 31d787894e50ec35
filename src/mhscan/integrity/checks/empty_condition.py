"""Every test tests something."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import FigureRef, FigureTest, LevelTest, ValueTest
from mhscan.errors import Problem
from mhscan.integrity.walk import tests_of
from mhscan.language import _
from mhscan.loading.packs import Folder

ABOUT = {"context", "subject", "indicator", "factor", "phase"}
"""The keys that say what a test is about."""


def check(folder: Folder) -> Iterator[Problem]:
    """No test names something and asks nothing of it, and no figure of a gap is none."""
    for part, path, one in tests_of(folder):
        asks_nothing = isinstance(one, ValueTest | LevelTest | FigureTest) and not one.model_fields_set - ABOUT
        if asks_nothing or (type(one) is FigureRef and not one.model_fields_set):
            hint = _("Add for example 'at_least: 3'.") if asks_nothing else _("Name a factor or a phase.")
            yield part.problem("MH303", path, _("nothing is asked here"), hint)
