"""A question is a question."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor

MARKS = ("?", "？", "؟", ";")
"""The question marks of several scripts."""


def check(folder: Folder) -> Iterator[Problem]:
    """The text of each question ends with a question mark."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            if not indicator.question.rstrip().endswith(MARKS):
                message = _("this question has no question mark")
                place = ("indicators", n, "question")
                yield part.problem("MH512", place, message, _("Make a question of it."))
