"""What is pasted is one text: no line of it answers a question that was not shown yet."""

from __future__ import annotations

import random

import pytest

from mhscan.answers.model import Answer

SKIPPED = {f"context.{one}": Answer(state="skipped") for one in ("lead", "users", "steps", "visitors", "inspection")}
LINES = ("3", "2", "1", "0", "s", ":s", "d", ":d", "q", ":q", "b", "n", "ja", "yes", "", "Met groet", "2026-05-01", "x")
SETTINGS = ({}, {"TERM": "dumb"}, {"MHSCAN_PLAIN": "1"}, {"NO_COLOR": "1"})
SIDES = {
    "question": [],
    "note": ["c"],
    "evidence": ["v"],
    "date": ["v", "Minutes"],
    "reason": ["n"],
    "carrier": ["r"],
    "carried by": ["r", "1"],
    "list": ["l"],
}


@pytest.fixture
def assess(terminal, harbour):
    return lambda *arguments, **more: terminal("assess", *arguments, "--pack", harbour, **more)


def pasted(seed: int) -> str:
    chance = random.Random(seed)
    return "\n".join(chance.choice(LINES) for _n in range(chance.choice((2, 3, 7, 50)))) + "\n"


def unwanted(assessment):
    """The answers with a value or a reason; those in the file before had none."""
    return {key: one for key, one in assessment.answers.items() if one.state != "skipped"}


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
@pytest.mark.parametrize("side", SIDES)
def test_no_line_of_what_is_pasted_is_an_answer(assess, scan, read, side, settings):
    path = scan({**SKIPPED, "context.remark": Answer(state="skipped")})
    screen = assess(path, "--factor", "people", **settings)
    screen.types(*SIDES[side])
    before = unwanted(read(path))
    screen.pastes(pasted(len(side)))
    screen.is_settled()
    assert unwanted(read(path)) == before
    screen.press_ctrl_c()
    assert screen.ends() == 130
    assert unwanted(read(path)) == before


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_a_pasted_note_is_one_note_after_enter(assess, scan, read, settings):
    path = scan(SKIPPED)
    screen = assess(path, "--factor", "people", **settings)
    screen.types("c")
    screen.pastes("First line\n3\n\nMet groet, één € 漢字\n")
    screen.enters()
    screen.sees("Saved: First line")
    screen.press_ctrl_c()
    assert screen.ends() == 130
    assert read(path).answers["people.lead"].note == "First line\n3\n\nMet groet, één € 漢字"
    assert unwanted(read(path)) == {}


def test_where_one_line_is_asked_several_are_refused_and_kept_on_the_line(assess, scan, read):
    path = scan(SKIPPED)
    screen = assess(path, "--factor", "people")
    screen.types("v")
    screen.pastes("Minutes of\nthe meeting")
    screen.enters()
    screen.sees("These are 2 lines, and one line is asked here.")
    screen.enters()
    screen.types("")
    screen.sees("Saved: Minutes of the meeting")
    assert read(path).answers["people.lead"].evidence[0].title == "Minutes of the meeting"


def test_a_name_a_file_and_a_choice_of_the_menu_are_no_lines_of_a_paste(terminal, tmp_path):
    screen = terminal()
    screen.pastes("1\nscan\nNorth\n")
    screen.enters()
    screen.sees("These are 3 lines")
    screen.types("1")
    screen.sees("Name of the file")
    screen.pastes("a\nb\n")
    screen.enters()
    screen.sees("These are 2 lines", "Name of the file to keep the answers in: ", "a b")
    screen.press_ctrl_c()
    assert screen.ends() == 130
    assert list(tmp_path.iterdir()) == []


def test_what_is_typed_before_a_question_is_shown_is_no_answer(assess, scan, read):
    path = scan(SKIPPED)
    screen = assess(path, "--factor", "people")
    screen.child.send("3\r2\r1\r")
    screen.sees("What was typed before this question was shown is not used.")
    screen.is_asked()
    assert unwanted(read(path)) == {}
    screen.answers("2")
    assert list(unwanted(read(path))) == ["people.lead"]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_a_line_is_edited_with_the_keys_of_a_keyboard(assess, scan, read, columns):
    left, right, home, end, delete, up = "\x1b[D", "\x1b[C", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[A"
    path = scan(SKIPPED)
    screen = assess(path, "--factor", "people", columns=columns)
    screen.types("c", f"Tekst 漢字 in concept{left * 7}2026 {home}Café {end}.{left}{delete}{right}!")
    screen.sees("Saved: Café Tekst 漢字 in 2026 concept!")
    screen.types("c", f"{up}{home}{delete * 5}\x05 klaar\x01\x0b\x19")
    screen.sees("Saved: Tekst 漢字 in 2026 concept! klaar")
    assert "^[[" not in screen.text
    assert read(path).answers["people.lead"].note == "Tekst 漢字 in 2026 concept! klaar"


def test_a_long_note_is_kept_whole_and_survives_another_width(assess, scan, read):
    path = scan(SKIPPED)
    screen = assess(path, "--factor", "people")
    screen.types("c")
    text = "een lange notitie " * 400
    screen.is_asked()
    screen.child.send(text[:3000])
    screen.resize(50)
    screen.child.send(text[3000:] + "\r")
    screen.sees("Saved: een lange")
    assert read(path).answers["people.lead"].note == text.strip()
