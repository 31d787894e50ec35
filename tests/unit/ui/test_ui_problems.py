"""Problems in files as text."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from rich.cells import cell_len

from mhscan.codes import problem
from mhscan.errors import Location, Related
from mhscan.ui.problems import count_words, problems_text


@pytest.fixture
def faulty(tmp_path):
    """A file with a fault on its second line."""
    path = tmp_path / "page.md.j2"
    path.write_text("id: x\n\tcolour: blue\n\n" + "x" * 100 + " fault\n", encoding="utf-8")
    return str(path)


def found(file, line=2, column=2, hint="Did you mean 'color'?"):
    """A problem at a place."""
    return problem("MH102", "unknown key 'colour'", Location(file, line, column), hint)


def test_a_problem_is_a_line_for_editors_with_the_place_under_a_caret_and_a_hint(faulty):
    assert problems_text([found(faulty)]).splitlines() == [
        f"{faulty}:2:2: error[MH102] unknown-key: unknown key 'colour'",
        "    2 |  colour: blue",
        "         ^",
        "  hint: Did you mean 'color'?",
    ]


def test_plain_lines_have_no_caret(faulty, monkeypatch):
    monkeypatch.setenv("MHSCAN_PLAIN", "1")
    assert problems_text([found(faulty)]).splitlines() == [
        f"{faulty}:2:2: error[MH102] unknown-key: unknown key 'colour'",
        "  hint: Did you mean 'color'?",
    ]


@pytest.mark.parametrize("columns", [30, 80])
def test_a_long_line_is_shown_around_the_place(faulty, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    excerpt, caret = problems_text([found(faulty, 4, 102, hint="")]).splitlines()[1:]
    assert excerpt[caret.index("^") :] == "fault"
    assert len(excerpt) <= columns


def test_two_problems_in_one_file_read_it_once(faulty):
    text = problems_text([found(faulty), found(faulty, 1, 1)])
    assert "    2 |  colour: blue" in text
    assert "    1 | id: x" in text


@pytest.mark.parametrize("line", [3, 99])
def test_an_empty_line_or_one_that_is_not_there_is_not_shown(faulty, line):
    assert len(problems_text([found(faulty, line, 1, hint="")]).splitlines()) == 1


@pytest.mark.parametrize("content", [None, b"\xff"])
def test_a_file_that_cannot_be_read_has_no_excerpt(tmp_path, content):
    path = tmp_path / "scan.yaml"
    if content is not None:
        path.write_bytes(content)
    assert problems_text([found(str(path), 1, 1, hint="")]).count("\n") == 1


def test_terminal_codes_in_a_file_are_neutral(tmp_path):
    path = tmp_path / "scan.yaml"
    path.write_text("a\x1b[2Jb: c\n", encoding="utf-8")
    assert "\x1b" not in problems_text([found(str(path), 1, 1)])


def test_a_warning_says_that_it_is_one(faulty):
    warning = problem("MH803", "made with another pack", Location(faulty), severity="warning")
    assert problems_text([warning]).startswith(f"{faulty}:1:1: warning[MH803] other-pack: ")


def test_problems_are_counted_in_words(faulty):
    warning = problem("MH803", "made with another pack", Location(faulty), severity="warning")
    assert count_words([found(faulty)]) == "1 error."
    assert count_words([found(faulty), found(faulty), warning]) == "2 errors, 1 warning."
    assert count_words([warning, warning]) == "0 errors, 2 warnings."


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), lambda path: path.mkdir()])
def test_what_is_no_ordinary_file_is_not_opened_for_an_excerpt(tmp_path, make):
    make(tmp_path / "scan.yaml")
    assert problems_text([found(str(tmp_path / "scan.yaml"), 1, 1, hint="")]).count("\n") == 1


def test_free_text_of_answers_is_not_shown_with_a_fault(tmp_path):
    path = tmp_path / "scan.yaml"
    path.write_text("schema: mhscan/assessment@1\nanswers:\n  a.b: {note: Marja said so, stat: x}\n", encoding="utf-8")
    text = problems_text([found(str(path), 3, 29)])
    assert "Marja" not in text
    assert "    3 |   a.b: {note: ····· ···· ··, stat: ·}\n" + " " * 36 + "^" in text


@pytest.mark.parametrize(
    "before",
    ["漢字🚲 ", "e\u0301e\u0301 ", "👩\u200d👩\u200d👧 ", "❤\ufe0f ", "ａｂ ", "plain ", "\u202ex ", "a\tb "],
    ids=ascii,
)
def test_a_caret_stands_under_the_word_behind_signs_of_any_width(tmp_path, before):
    path = tmp_path / "page.md.j2"
    path.write_text(f"{before}levle: 1\n", encoding="utf-8")
    column = len(before) + 1
    one = problem("MH102", "unknown key", Location(str(path), 1, column, column + 5))
    _line, excerpt, caret = problems_text([one]).splitlines()
    assert cell_len(excerpt[: excerpt.index("levle")]) == len(caret) - len(caret.lstrip())
    assert caret.strip() == "^" * 5


def test_a_caret_under_wide_signs_is_as_wide_as_they_are(tmp_path):
    path = tmp_path / "page.md.j2"
    path.write_text("id: 漢字 x\n", encoding="utf-8")
    _line, _excerpt, caret = problems_text([problem("MH104", "no id", Location(str(path), 1, 5, 7))]).splitlines()
    assert caret.strip() == "^" * 4


def test_of_many_related_places_the_first_are_shown_and_the_rest_is_counted(faulty):
    places = tuple(Related(Location(faulty, n), "here too") for n in range(1, 31))
    lines = problems_text([replace(found(faulty), related=places)]).splitlines()
    assert sum("see: " in line for line in lines) == 10
    assert lines[-1] == "  and 20 other places"
