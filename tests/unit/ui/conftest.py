"""Streams that say they are a terminal, and questions to show."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable

import pytest

from mhscan.interview.face import Card, KeyHint
from mhscan.questions.base import Choice


class Terminal(io.StringIO):
    """Text that says it comes from, or goes to, a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lets a person type these lines."""

    def types(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))

    return types


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets a text come in through a pipe."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], Terminal]:
    """Makes standard error a terminal of so many columns."""

    def opened(columns: int) -> Terminal:
        screen = Terminal()
        monkeypatch.setattr(sys, "stderr", screen)
        monkeypatch.setenv("COLUMNS", str(columns))
        return screen

    return opened


@pytest.fixture
def card() -> Card:
    """A question with all that can be shown about it."""
    return Card(
        number=3,
        total=12,
        left=9,
        section="Ashore",
        title="Gentle slopes",
        text="How far is the harbour with gentle slopes for visitors who come with a wheelchair or a pram?",
        choices=(
            Choice("0", 0, "There are none."),
            Choice("1", 1, "There are some, but not between the street and the first boat on the quay."),
        ),
        prompt="a number from 0 to 1",
        keys=(KeyHint("e", "explanation"), KeyHint("s", "skip, or go on"), KeyHint("l", "list of all questions")),
        current="There are some.",
        extras=("Note: [bold]see[/bold] \x1b[31mthe map", "Evidence: {{ plan }}"),
    )
