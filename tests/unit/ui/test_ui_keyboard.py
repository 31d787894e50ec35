"""A text from the keyboard: one text, whatever the terminal can."""

from __future__ import annotations

import os
import pty
import sys
import termios
import time

import pytest

from mhscan.interview.face import EndOfInput, LineInput
from mhscan.ui import keyboard
from mhscan.ui.lines import ask_line


@pytest.fixture
def typing(monkeypatch):
    """A terminal to type on, without a line editor; gives the side of the person."""
    master, slave = pty.openpty()
    stdin = os.fdopen(slave, encoding="utf-8", errors="surrogateescape")
    monkeypatch.setattr(sys, "stdin", stdin)
    monkeypatch.setattr(keyboard, "_editor", None)
    yield lambda data: os.write(master, data)
    stdin.close()
    os.close(master)


@pytest.fixture
def asked(monkeypatch, typing):
    """Types each text when the next prompt is shown."""

    def ask(*texts, entry=LineInput()):  # noqa: B008  a frozen value
        waiting = list(texts)
        said: list[str] = []

        def talk(text="", end="\n"):
            said.append(text)
            if end == "" and waiting:
                typing(waiting.pop(0))
                time.sleep(0.02)

        monkeypatch.setattr(keyboard, "talk", talk)
        monkeypatch.setattr("mhscan.ui.lines.talk", lambda text="", end="\n": said.append(text))
        return ask_line("Which?", entry), said

    return ask


def test_a_line_is_a_line(asked):
    assert asked(b"two\n")[0] == "two"


def test_lines_that_come_at_once_wait_for_enter_and_are_one_text(asked):
    made, said = asked(b"one\n3\nlast", b"\n", entry=LineInput(text=True, lines=True))
    assert made == "one\n3\nlast"
    assert said[1].startswith("3 lines came in at once. Press Enter to use them as one text")


def test_another_text_takes_the_place_of_what_came_at_once(asked):
    assert asked(b"one\n3\nlast\n", b"mine\n", entry=LineInput(lines=True))[0] == "mine"


def test_several_lines_are_no_word(asked):
    made, said = asked(b"1\n2\n", b"\n", b"2\n")
    assert made == "2"
    assert "These are 2 lines, and one line is asked here. Nothing is saved." in said


def test_several_lines_of_a_text_are_kept_as_one(asked):
    made, said = asked(b"one\ntwo\n", b"\n", b"\n", entry=LineInput(text=True))
    assert made == "one two"
    assert "They stand on one line now. Press Enter to use that, or change it first." in said


def test_what_was_typed_before_is_thrown_away_and_said(asked, typing):
    typing(b"3\n2\n")
    made, said = asked(b"1\n")
    assert made == "1"
    assert said[0] == "What was typed before this question was shown is not used."


def test_signs_in_another_encoding_are_asked_again(asked):
    made, said = asked(b"caf\xe9\n", "café\n".encode())
    assert made == "café"
    assert "These signs are no text in UTF-8. Set the terminal to UTF-8, and type it again." in said


def test_a_line_that_the_terminal_cut_is_not_used(asked):
    made, said = asked(b"x" * 4094 + b"\n", b"short\n")
    assert len(made) == 4094
    made, said = asked(b"x" * 5000 + b"\n", b"short\n")
    assert made == "short"
    assert any("which cuts it" in one for one in said)


def test_the_end_of_the_input_is_the_end(asked):
    with pytest.raises(EndOfInput):
        asked(b"\x04")


def test_the_terminal_is_left_as_it_was(asked, typing):
    before = termios.tcgetattr(sys.stdin.fileno())
    asked(b"1\n")
    assert termios.tcgetattr(sys.stdin.fileno()) == before
