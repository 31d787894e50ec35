"""The face on a terminal with colour."""

from __future__ import annotations

import errno
import re

import pytest

from mhscan.interview.face import ListRow
from mhscan.ui.terminal import TerminalFace

CODES = re.compile(r"\x1b\[[0-9;]*m")


def shown(screen):
    """The lines of a window without colour, and without spaces at their ends."""
    return [line.rstrip() for line in CODES.sub("", screen.getvalue()).replace("\u00a0", " ").splitlines()]


@pytest.fixture(autouse=True)
def _colour(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_question_shows_all_there_is_to_know_with_markup_as_text(window, card):
    screen = window(88)
    TerminalFace().card(card)
    lines = shown(screen)
    assert lines[1].startswith("Ashore ──")
    assert lines[2] == "Question 3 of 12. 9 open."
    assert "  0 There are none." in lines
    assert "Your answer so far: There are some." in lines
    assert "Note: [bold]see[/bold] the map" in lines
    assert "Evidence: {{ plan }}" in lines
    assert lines[-1] == "e explanation  s skip, or go on  l list of all questions"


def test_a_question_without_an_answer_says_nothing_of_one(window, card):
    screen = window(88)
    TerminalFace().card(type(card)(**{**vars(card), "current": "", "extras": ()}))
    assert "Your answer so far" not in screen.getvalue()


def test_a_title_that_does_not_fit_beside_a_line_is_shown_whole(window, card):
    screen = window(20)
    TerminalFace().card(type(card)(**{**vars(card), "section": "Getting to the quay: Ashore"}))
    assert shown(screen)[1:3] == ["Getting to the quay:", "Ashore"]


def test_a_question_without_choices_has_one_empty_line_before_its_keys(window, card):
    screen = window(88)
    TerminalFace().card(type(card)(**{**vars(card), "choices": (), "current": "", "extras": ()}))
    lines = shown(screen)
    assert [lines[n : n + 2] for n in range(len(lines) - 1) if lines[n : n + 2] == ["", ""]] == []


@pytest.mark.parametrize("columns", [20, 40, 88])
def test_no_line_is_wider_than_the_window(window, card, columns):
    screen = window(columns)
    face = TerminalFace()
    face.card(card)
    face.rows("All questions of this questionnaire", [ListRow(1, "A title " * 6, "A state " * 6, True)])
    face.say("A sentence of some length that goes on. " * 3)
    face.saved("Saved: " + "word " * 20)
    face.wrong("Wrong: " + "word " * 20)
    lines = shown(screen)
    assert len(lines) > 20
    assert max(map(len, lines)) <= columns


def test_a_choice_hangs_under_its_text_and_not_under_its_number(window, card):
    screen = window(40)
    TerminalFace().card(card)
    lines = shown(screen)
    first = lines.index("  1 There are some, but not between the")
    assert lines[first + 1] == "    street and the first boat on the"


def test_the_words_of_a_key_stay_together_where_a_line_is_broken(window, card):
    screen = window(40)
    TerminalFace().keys(card.keys)
    assert shown(screen) == ["e explanation  s skip, or go on", "l list of all questions"]


def test_the_width_follows_the_window(window, card, monkeypatch):
    screen = window(80)
    face = TerminalFace()
    face.say("word " * 20)
    monkeypatch.setenv("COLUMNS", "30")
    face.say("word " * 20)
    assert max(map(len, shown(screen)[:1])) > 60
    assert max(map(len, shown(screen)[2:])) <= 30


def test_a_list_points_at_where_you_are(window):
    screen = window(60)
    TerminalFace().rows("All", [ListRow(1, "[red]Slopes", "\x1b[2JFully", False), ListRow(12, "Lift", "open", True)])
    assert shown(screen)[1:] == ["All", "   1 [red]Slopes: Fully", "> 12 Lift: open"]


def test_a_prompt_waits_on_a_line_of_its_own(window, keyboard):
    screen = window(60)
    keyboard("2")
    assert TerminalFace().ask("a number from 0 to 2") == "2"
    assert shown(screen) == ["A number from 0 to 2:", ">"]


def test_a_window_that_went_away_is_no_error(window, card, monkeypatch):
    face = TerminalFace()

    def gone(*_what):
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(face._console, "print", gone)
    face.card(card)
    face.saved("Saved: 2")
