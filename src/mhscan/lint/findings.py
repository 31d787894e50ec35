"""What a validation comes to: the problems that are shown, and the files that were looked at."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import Problem
from mhscan.loading.pack_choice import PackUse


@dataclass(frozen=True)
class Findings:
    """The problems in order of place, and all files that were looked at, in order of name.

    `ignored` is how many problems a comment in a file passes over. `packs` are those that were looked at themselves,
    `against` those that assessments, plans and templates were held against. `root` is the folder from which a program
    names files; that in which mhscan runs where there is none.
    """

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    ignored: int = 0
    packs: tuple[PackUse, ...] = ()
    against: tuple[PackUse, ...] = ()
    root: Path | None = None

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(one.severity == "error" for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many of the problems are warnings."""
        return len(self.problems) - self.errors
