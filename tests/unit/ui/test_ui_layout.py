"""Lists under titles, to the width of the window."""

from __future__ import annotations

import pytest

from mhscan.language import _
from mhscan.ui.layout import listed, numbered, sentences, text_in


@pytest.fixture(autouse=True)
def _window(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.delenv("MHSCAN_PLAIN", raising=False)


def test_a_list_stands_under_its_title_below_an_empty_line():
    assert list(listed("Title", ["one", "a longer item that wraps"])) == [
        "",
        "Title",
        "- one",
        "- a longer item that",
        "  wraps",
    ]
    assert list(numbered("Title", [(2, "two"), (10, "ten")])) == ["", "Title", "2. two", "10. ten"]


@pytest.mark.parametrize("lines", [listed("Title", []), numbered("Title", []), sentences(["", ""])])
def test_nothing_is_nothing(lines):
    assert list(lines) == []


def test_plain_lines_are_whole(monkeypatch):
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    assert list(listed("Title", ["a longer item that wraps"])) == ["", "Title", "- a longer item that wraps"]


def test_a_text_speaks_the_language_of_the_pack_and_is_harmless():
    assert text_in("nl", (f"{word}\x1b[2J" for word in [_("yes")])) == "yes\n"
    assert text_in("nl", (_(word) for word in ["yes"])) == "ja\n"
