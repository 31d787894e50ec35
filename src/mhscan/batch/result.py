"""What became of one of many files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mhscan.errors import Problem
from mhscan.loading.pack_choice import PackUse
from mhscan.opening.notice import Notice

State = Literal["made", "passed", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of a file: a document was made, it is none of an assessment, or it went wrong.

    `message` and `hint` say why it was passed over or went wrong, `problems` where. `notices` has what somebody has to
    know about a file that was used all the same, and `use` which pack it was used with. `stops` is true where the next
    file would go wrong too: the disk is full. `bug` has what nobody foresaw.
    """

    file: Path
    state: State
    target: Path
    subject: str = ""
    date: str = ""
    message: str = ""
    hint: str = ""
    problems: tuple[Problem, ...] = ()
    notices: tuple[Notice, ...] = ()
    use: PackUse | None = None
    stops: bool = False
    bug: BaseException | None = None
