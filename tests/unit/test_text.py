"""Text from elsewhere, made harmless."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.text import NotTextError, folded, look_alike, neutral, received, shell


@pytest.mark.parametrize("text", ["", "Plain text.", "é ü ñ – “quoted” …", "tab\tand\nline", "中文 😀 العربية"])
def test_ordinary_text_stays_as_it_is(text):
    assert neutral(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bcreset", "reset"),
        ("a\x9b31mb", "a31mb"),
        ("a\x1b", "a"),
        ("a\rb\x08c\x00d\x7fe", "abcde"),
    ],
)
def test_what_a_terminal_would_obey_is_taken_out(text, wanted):
    assert neutral(text) == wanted


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u061c", "\ufeff"])
def test_a_mark_that_turns_or_breaks_text_is_taken_out(mark):
    assert neutral(f"a{mark}b") == "ab"


def test_what_is_no_text_is_written_as_text():
    assert neutral(5) == "5"


@given(st.text(st.characters(exclude_categories=())) | st.text("\x1b[]\\;m0\x07a\n"))
def test_no_text_keeps_a_control_character_but_tab_and_line_end(text):
    made = neutral(text)
    assert not [one for one in made if (one < " " or "\x7f" <= one <= "\x9f") and one not in "\t\n"]
    assert neutral(made) == made


def test_a_byte_of_a_name_that_is_no_character_stays_to_be_seen():
    assert neutral("caf\udce9") == "caf\\xe9"
    assert neutral("a\ud800") == "a\ufffd"


@pytest.mark.parametrize(("text", "made"), [("één", "één"), ("\udcc3\udca9", "é"), ("a\x1b[31mb", "ab")])
def test_what_comes_in_is_text_and_harmless(text, made):
    assert received(text) == made


@pytest.mark.parametrize(("text", "column"), [("caf\udce9", 4), ("é\udcff", 2), ("ab\0", 3), ("\ud800", 1)])
def test_what_is_no_text_is_refused_with_its_place(text, column):
    with pytest.raises(NotTextError) as error:
        received(text)
    assert error.value.column == column


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


def test_texts_that_only_look_the_same_are_told_apart():
    assert look_alike("Eden", "Ed\u0435n") == "\u0435"
    assert look_alike("Eden", "Arden") == look_alike("Eden", "Eden") == ""


@pytest.mark.parametrize(
    "name", ["scan.yaml", "mijn scan.yaml", "'t gooi.yaml", "-x.yaml", "a;b.yaml", "$HOME.yaml", "é.yaml"]
)
def test_a_path_in_a_command_is_the_path_when_a_shell_reads_it(name):
    (word,) = shlex.split(shell(Path(name)))
    assert Path(word) == Path(name)
    assert not word.startswith("-")
