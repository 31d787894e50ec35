"""Which problems are shown."""

from __future__ import annotations

import pytest

from mhscan.codes import problem
from mhscan.errors import Location
from mhscan.lint.code_filter import CodeFilter, codes_in, known_codes, unknown_codes


@pytest.mark.parametrize(
    ("choice", "code", "kept"),
    [
        (CodeFilter(), "MH501", True),
        (CodeFilter(select=("MH5",)), "MH501", True),
        (CodeFilter(select=("MH5",)), "MH203", False),
        (CodeFilter(select=("sentence-too-long",)), "MH501", True),
        (CodeFilter(ignore=("MH501",)), "MH501", False),
        (CodeFilter(select=("MH5",), ignore=("MH502",)), "MH502", False),
        (CodeFilter(select=("MH5",)), "MH101", True),
        (CodeFilter(ignore=("MH0", "MH1")), "MH004", True),
    ],
)
def test_a_choice_keeps_what_is_selected_and_not_ignored_and_always_what_could_not_be_read(choice, code, kept):
    assert choice.keeps(problem(code, "m", Location("a"))) is kept


def test_a_warning_about_a_comment_can_be_ignored():
    assert not CodeFilter(ignore=("MH011",)).keeps(problem("MH011", "m", Location("a"), severity="warning"))


def test_codes_are_written_with_spaces_or_commas_and_in_any_case():
    assert codes_in(["mh5, MH203", "vague-word"]) == ("MH5", "MH203", "vague-word")


def test_what_starts_no_code_and_is_no_name_is_unknown():
    assert unknown_codes(["MH", "MH5", "MH501", "vague-word", "MH999", "vague"]) == ["MH999", "vague"]
    assert {"MH501", "vague-word"} <= set(known_codes())


@pytest.mark.parametrize(
    ("choice", "passed"),
    [
        (CodeFilter(), False),
        (CodeFilter(ignore=("MH6",)), True),
        (CodeFilter(ignore=("MH",)), True),
        (CodeFilter(ignore=("MH601",)), False),
        (CodeFilter(select=("MH2", "MH5")), True),
        (CodeFilter(select=("MH2", "MH601")), False),
        (CodeFilter(select=("MH",)), False),
        (CodeFilter(select=("MH2", "template-error")), False),
    ],
)
def test_a_family_of_codes_is_passed_over_only_where_nothing_of_it_would_be_shown(choice, passed):
    assert choice.passes_over("MH6") is passed
