"""What an interview needs of whatever shows it: a terminal, plain lines, or a script in a test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from mhscan.questions.base import Choice


class EndOfInput(Exception):  # noqa: N818  it is an event, no fault
    """There is nothing more to read."""


@dataclass(frozen=True)
class KeyHint:
    """A letter that does something other than answer."""

    letter: str
    label: str


@dataclass(frozen=True)
class Card:
    """One question as it is shown; `number` of `total`, of which `left` are still open.

    `signals` has the texts of what does not fit with the answer so far.
    """

    number: int
    total: int
    left: int
    section: str
    title: str
    text: str
    choices: tuple[Choice, ...]
    prompt: str
    keys: tuple[KeyHint, ...]
    current: str
    extras: tuple[str, ...]
    signals: tuple[str, ...] = ()


@dataclass(frozen=True)
class ListRow:
    """A line of the list of all questions."""

    number: int
    title: str
    state: str
    here: bool


@dataclass(frozen=True)
class LineInput:
    """What is asked for: a word, or a free text, which may have several `lines`; `earlier` can be brought back."""

    text: bool = False
    lines: bool = False
    earlier: tuple[str, ...] = ()


WORD = LineInput()
"""A word, a number or a key."""


class InterviewFace(Protocol):
    """Shows an interview and reads lines; every text that it is given is text, never markup."""

    def card(self, card: Card) -> None:
        """Show a question."""

    def keys(self, keys: tuple[KeyHint, ...]) -> None:
        """Show what the letters do."""

    def rows(self, title: str, rows: list[ListRow]) -> None:
        """Show a list of questions."""

    def say(self, text: str) -> None:
        """Show a sentence."""

    def signal(self, text: str) -> None:
        """Show that answers do not fit together."""

    def saved(self, text: str) -> None:
        """Show that something is saved; called only after it is on the disk."""

    def wrong(self, text: str) -> None:
        """Show that the last line cannot be used.

        Raises:
            InputError: lines do not come from a keyboard, so going on would shift all later answers.
        """

    def ask(self, prompt: str, entry: LineInput = WORD) -> str:
        """What is typed next; it has line ends only if the entry may have several lines.

        Raises:
            EndOfInput: there is none.
            InputError: lines do not come from a keyboard, and this one is no text.
        """
