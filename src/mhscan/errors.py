"""The one tree of exceptions, the exit codes, and problems as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]
"""The route to a value inside a file: keys and indices from the top."""


class ExitCode(IntEnum):
    """What the process tells the shell."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file; line and column count from 1, in characters.

    `end` is the column behind the last character that the place covers, on the same line; 0 where that is not known.
    """

    file: str
    line: int = 1
    column: int = 1
    end: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """The form that editors and CI understand."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Related:
    """Another place that has to do with a fault, such as the first of two equal ids, and what stands there."""

    location: Location
    message: str


@dataclass(frozen=True)
class Problem:
    """One fault in a file: where it is, what is wrong and how to mend it.

    `suggestion` is the word that was probably meant, `related` has the other places that have to do with it.
    """

    code: str
    name: str
    message: str
    location: Location
    hint: str = ""
    severity: Severity = "error"
    suggestion: str = ""
    related: tuple[Related, ...] = ()


def sort_problems(problems: list[Problem]) -> list[Problem]:
    """The problems by place, each once."""
    return sorted(set(problems), key=lambda p: (p.location, p.code, p.message, p.hint))


class MhscanError(Exception):
    """The root of all that mhscan raises on purpose.

    `message` says what is wrong and where, `hint` what to do next.
    """

    exit_code = ExitCode.INPUT

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message and the hint apart, so that a face can set them apart too."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(MhscanError):
    """The command was called in a way that cannot work."""

    exit_code = ExitCode.USAGE


class InputError(MhscanError):
    """A file or an answer cannot be used; `problems` has the details, where there are any."""

    exit_code = ExitCode.INPUT

    def __init__(self, message: str, hint: str = "", problems: tuple[Problem, ...] = ()) -> None:
        """Keep the problems with the message that sums them up."""
        super().__init__(message, hint)
        self.problems = problems


class TooLittleKnownError(InputError):
    """Too little is answered to make something of it: nothing is wrong with the answers that there are."""


class OutputError(MhscanError):
    """An output cannot be written."""

    exit_code = ExitCode.OUTPUT


class Remark(UserWarning):
    """Something that a user has to know though nothing went wrong; it is said once."""


class Interrupted(MhscanError):  # noqa: N818  it is an event, no fault
    """The user stopped; every confirmed answer is saved."""

    exit_code = ExitCode.INTERRUPTED
