"""The plain face: one line after the other."""

from __future__ import annotations

import pytest

from mhscan.errors import ExitCode, InputError
from mhscan.interview.face import EndOfInput, KeyHint, ListRow
from mhscan.ui.lines import LineFace, ask_line

CARD = """
Question 3 of 12. 9 open. Ashore.
How far is the harbour with gentle slopes for visitors who come with a wheelchair or a pram?
0. There are none.
1. There are some, but not between the street and the first boat on the quay.
Your answer so far: There are some.
Note: [bold]see[/bold] the map
Evidence: {{ plan }}
Keys: e explanation, s skip, or go on, l list of all questions.
"""


def test_a_question_is_shown_in_whole_lines_with_markup_as_text(pipe, card, capsys):
    pipe("")
    LineFace().card(card)
    assert capsys.readouterr().err == CARD


def test_a_question_without_an_answer_says_nothing_of_one(pipe, card, capsys):
    pipe("")
    LineFace().card(type(card)(**{**vars(card), "current": "", "extras": ()}))
    assert "Your answer so far" not in capsys.readouterr().err


def test_a_list_says_where_you_are_in_words(pipe, capsys):
    pipe("")
    LineFace().rows("All questions", [ListRow(1, "Slopes", "Fully", False), ListRow(2, "Lift", "open", True)])
    assert capsys.readouterr().err == "\nAll questions\n1. Slopes: Fully\n2. Lift: open (you are here)\n"


def test_what_it_says_goes_to_people_only(pipe, capsys):
    pipe("")
    face = LineFace()
    face.say("A sentence.")
    face.saved("Saved: 2")
    face.keys((KeyHint("b", "back"),))
    assert capsys.readouterr() == ("", "A sentence.\nSaved: 2\nKeys: b back.\n")


def test_a_wrong_line_at_a_keyboard_may_be_typed_again(keyboard, capsys):
    keyboard("9", "2")
    face = LineFace()
    face.ask("a number")
    face.wrong("Type a number from 0 to 2.")
    assert face.ask("a number") == "2"
    assert capsys.readouterr().err == "A number: Type a number from 0 to 2.\nA number: "


def test_a_wrong_line_through_a_pipe_ends_it_with_its_number(pipe):
    pipe("1\nnine\n2\n")
    face = LineFace()
    face.ask("a number")
    face.ask("a number")
    with pytest.raises(InputError, match=r"^Line 2 of the input is no answer\. Type a number\.$") as caught:
        face.wrong("Type a number.")
    assert caught.value.exit_code == ExitCode.INPUT
    assert "Everything before it is saved." in caught.value.hint


def test_lines_that_were_read_before_the_interview_count_too(pipe):
    pipe("Northport\nnine\n")
    ask_line("Which harbour?")
    face = LineFace()
    face.ask("a number")
    with pytest.raises(InputError, match=r"^Line 2 of the input"):
        face.wrong("Type a number.")


def test_through_a_pipe_the_prompt_is_a_line_of_its_own(pipe, capsys):
    pipe("2\n")
    assert ask_line("a number") == "2"
    assert capsys.readouterr().err == "A number:\n"


def test_the_end_of_a_pipe_is_the_end_of_the_input(pipe):
    pipe("last")
    assert ask_line("a number") == "last"
    with pytest.raises(EndOfInput):
        ask_line("a number")


def test_the_end_at_a_keyboard_closes_the_line_of_the_prompt(keyboard, capsys):
    keyboard()
    with pytest.raises(EndOfInput):
        ask_line("a number")
    assert capsys.readouterr().err == "A number: \n"
