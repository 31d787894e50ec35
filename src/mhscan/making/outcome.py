"""What became of one of many files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mhscan.errors import Problem

State = Literal["made", "passed", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of a file: a document was made, it is none of an assessment, or it went wrong.

    `message` and `hint` say why it was passed over or went wrong, `problems` where. `remarks` is the number of warnings
    about a file that was used all the same. `stops` is true where the next file would go wrong too: the disk is full.
    `bug` has what nobody foresaw, `templates` the folders with templates that are not mhscan's own.
    """

    file: Path
    state: State
    target: Path
    subject: str = ""
    date: str = ""
    message: str = ""
    hint: str = ""
    problems: tuple[Problem, ...] = ()
    remarks: int = 0
    stops: bool = False
    bug: BaseException | None = None
    templates: tuple[Path, ...] = ()
