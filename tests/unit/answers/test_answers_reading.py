"""An assessment file, and how its answers fit a pack."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.answers.reading import location_of, parse_assessment, read_assessment
from mhscan.errors import ExitCode, InputError, Location

GOOD = """\
schema: mhscan/assessment@1
id: '1'
subject: {name: Northport}
date: '2026-05-01'
pack: {id: harbour, version: 1.0.0, sha256: '0'}
questionnaire: full
respondent: {id: '2'}
answers:
  safety.plan: {state: answered, value: 2}
"""


def said(problems):
    """Place, code and message of each problem."""
    return [(one.location.line, one.location.column, one.code, one.message) for one in problems]


def parsed(tmp_path, text):
    """What comes of a text."""
    path = tmp_path / "scan.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return parse_assessment(path)


def test_a_good_file_is_read(tmp_path):
    _document, assessment, problems = parsed(tmp_path, GOOD)
    assert problems == []
    assert assessment.value("safety.plan") == 2


@pytest.mark.parametrize(
    "text", [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r")]
)
def test_a_byte_order_mark_and_other_line_ends_change_nothing(tmp_path, text):
    assert parsed(tmp_path, text)[1] == parsed(tmp_path, GOOD)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "MH005", "the file is empty")),
        ("- a\n", (1, 1, "MH103", "a group of 'key: value' lines is expected here, not a list or a single value")),
        ("subject: {}\n", (1, 1, "MH105", "the line 'schema: ...' is missing")),
        ("schema: mhscan/factor@1\n", (1, 9, "MH105", "'mhscan/factor@1' is no kind of file that can stand here")),
        (GOOD.replace("value: 2", "value: 2, nota: x"), (9, 44, "MH102", "unknown key 'nota'")),
        (GOOD.replace("date: '2026-05-01'", "date: 1 May"), (4, 7, "MH104", "'1 May' does not have the right form")),
        (GOOD.replace("name: Northport", "size: 3"), (3, 10, "MH101", "the key 'name' is missing")),
        (GOOD.encode() + b"# \xff", (10, 3, "MH003", "the text is not UTF-8 from here on")),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path, text, expected):
    _document, assessment, problems = parsed(tmp_path, text)
    assert assessment is None
    assert said(problems) == [expected]


def test_a_file_with_problems_raises_them_all_at_once_and_sorted(tmp_path):
    path = tmp_path / "scan.yaml"
    path.write_text(GOOD.replace("value: 2", "value: 2, nota: x").replace("id: '1'", "id: 1"), encoding="utf-8")
    with pytest.raises(InputError, match="cannot be used: there are 2 errors in it") as caught:
        read_assessment(path)
    assert [one.location.line for one in caught.value.problems] == [2, 9]
    assert caught.value.exit_code == ExitCode.INPUT
    assert caught.value.hint == "Nothing in the file was changed."


def test_one_problem_is_counted_as_one(tmp_path):
    with pytest.raises(InputError, match="there is 1 error in it"):
        read_assessment(tmp_path / "none.yaml")


def test_a_file_as_a_whole_starts_at_its_first_place():
    assert location_of(Path("scan.yaml")) == Location("scan.yaml", 1, 1)
