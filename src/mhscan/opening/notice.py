"""What somebody has to know about a file that was used all the same; data, for a face to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mhscan.errors import Problem

NoticeKind = Literal["misfit", "carried", "pack", "plan", "notes", "audience", "templates"]
"""About the fit of the answers, their version, the kept pack, the plan, the notes, whom it is for, or the templates."""


@dataclass(frozen=True)
class Notice:
    """A sentence with what to do next, or problems with their places."""

    kind: NoticeKind
    message: str = ""
    hint: str = ""
    problems: tuple[Problem, ...] = ()
