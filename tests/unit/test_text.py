"""Text from elsewhere, made harmless."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.text import neutral


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
