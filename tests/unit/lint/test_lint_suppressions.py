"""Comments that pass over a problem, with a reason."""

from __future__ import annotations

import pytest

from mhscan.codes import problem
from mhscan.errors import Location
from mhscan.lint.suppressions import apply_suppressions

FILE = "a.yaml"
BECAUSE = "because the name is theirs"


def applied(text: str, *places: tuple[str, int], file: str = FILE) -> tuple[list[tuple[str, str]], int]:
    """What is left of problems at lines of a text, and how many were passed over."""
    problems = [problem(code, "m", Location(file, line, 1), severity="warning") for code, line in places]
    left, ignored = apply_suppressions(problems, {file: text})
    return [(one.code, f"{one.location.line}:{one.location.column}") for one in left], ignored


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"a: 1\nb: 2 # mhscan: ignore MH501 {BECAUSE}\n", 2),
        (f"a: 1\n# mhscan: ignore MH501 {BECAUSE}\nb: 2\n", 3),
        (f"a: 1\n  #mhscan:ignore sentence-too-long {BECAUSE}\n\n# and more\n  b: 2\n", 5),
        (f"# mhscan: ignore MH501 {BECAUSE}\nschema: x\n", 1),
        (f"b: 2 # mhscan: ignore MH502, MH501 {BECAUSE}\n", 1),
    ],
)
def test_a_comment_passes_over_what_it_names_on_its_own_or_the_next_line(text, line):
    left, ignored = applied(text, ("MH501", line))
    assert ignored == 1
    assert [code for code, _at in left if code == "MH501"] == []


@pytest.mark.parametrize("line", [1, 3])
def test_a_comment_at_the_end_of_a_line_counts_for_that_line_only(line):
    text = f"a: 1\nb: 2 # mhscan: ignore MH501 {BECAUSE}\nc: 3\n"
    assert applied(text, ("MH501", line)) == ([("MH501", f"{line}:1"), ("MH011", "2:23")], 0)


def test_a_comment_stands_in_a_template_too():
    text = f"{{# mhscan: ignore MH601 {BECAUSE} #}}\n{{{{ a }}}}\n"
    assert applied(text, ("MH601", 2), file="page.md.j2") == ([], 1)


@pytest.mark.parametrize("comment", ["# mhscan: ignore MH501", "# mhscan: ignore MH501 because", "# mhscan: ignore"])
def test_a_comment_without_a_reason_passes_over_nothing_and_is_reported(comment):
    assert applied(f"a: 1 {comment}\n", ("MH501", 1)) == ([("MH501", "1:1"), ("MH012", "1:6")], 0)


def test_a_comment_that_names_no_code_is_reported():
    assert applied(f"a: 1 # mhscan: ignore {BECAUSE}\n", ("MH501", 1)) == ([("MH501", "1:1"), ("MH012", "1:6")], 0)


@pytest.mark.parametrize(("code", "reported"), [("MH502", "MH011"), ("MH999", "MH013"), ("MH101", "MH013")])
def test_a_code_that_passes_over_nothing_is_reported_at_its_place(code, reported):
    assert applied(f"a: 1 # mhscan: ignore MH501 {code} {BECAUSE}\n", ("MH501", 1)) == ([(reported, "1:29")], 1)


def test_a_code_that_was_probably_meant_is_suggested():
    left, _ignored = apply_suppressions([], {FILE: f"a: 1 # mhscan: ignore MH5001 {BECAUSE}"})
    assert (left[0].code, left[0].suggestion) == ("MH013", "MH501")


def test_what_keeps_a_file_from_being_read_is_never_passed_over():
    assert applied(f"a: 1 # mhscan: ignore MH101 {BECAUSE}\n", ("MH101", 1))[0][0] == ("MH101", "1:1")


@pytest.mark.parametrize(
    "text",
    [
        f"a: 'x # mhscan: ignore MH501 {BECAUSE}'\n",
        f"a: |\n  x\n  # mhscan: ignore MH501 {BECAUSE}\n",
        f"a: >-\n  x # mhscan: ignore MH501 {BECAUSE}\n",
    ],
)
def test_the_words_of_a_comment_inside_a_text_are_text(text):
    assert applied(text, ("MH501", 1)) == ([("MH501", "1:1")], 0)


def test_a_comment_is_read_in_a_file_that_is_no_yaml():
    assert applied(f"a: [\n# mhscan: ignore MH501 {BECAUSE}\nb: }}\n", ("MH501", 3)) == ([], 1)


def test_a_comment_says_nothing_about_another_file():
    problems = [problem("MH501", "m", Location("b.yaml", 1, 1), severity="warning")]
    left, ignored = apply_suppressions(problems, {FILE: f"a: 1 # mhscan: ignore MH501 {BECAUSE}", "b.yaml": "a: 1"})
    assert ([one.code for one in left], ignored) == (["MH501", "MH011"], 0)


def test_while_there_are_errors_no_comment_is_called_unused():
    error = problem("MH203", "m", Location("b.yaml", 1, 1))
    left, _ignored = apply_suppressions([error], {FILE: f"a: 1 # mhscan: ignore MH501 {BECAUSE}"})
    assert left == [error]
