"""A count or another number."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan import language
from mhscan.questions.base import AnswerError
from mhscan.questions.number import NumberQuestion


def make(**more: object) -> NumberQuestion:
    return NumberQuestion.model_validate({"id": "q", "type": "number", "text": "How many?", **more})


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("007", 7),
        ("45000", 45000),
        ("45.000", 45000),
        ("45 000", 45000),
        ("1.234.567", 1234567),
    ],
)
def test_a_number_may_have_points_or_spaces_between_thousands(raw, wanted):
    assert make().parse(raw) == wanted


@pytest.mark.parametrize("raw", ["-1", "1.5", "1,5", "1.0000", "45.00", "0x10", "1e3", "many", "1" * 16, "٣", "½"])
def test_another_line_is_no_number(raw):
    with pytest.raises(
        AnswerError, match=r"^'.*' is (no whole number|outside the limits)\. Type a whole number, 0 or more\.$"
    ):
        make().parse(raw)


@pytest.mark.parametrize("raw", ["9", "101", "1.000"])
def test_a_number_outside_the_limits_is_refused_with_the_limits(raw):
    with pytest.raises(AnswerError, match=r"is outside the limits\. Type a whole number from 10 to 100"):
        make(minimum=10, maximum=100).parse(raw)


@pytest.mark.parametrize("raw", ["10", "100"])
def test_the_limits_themselves_are_inside(raw):
    assert make(minimum=10, maximum=100).parse(raw) == int(raw)


@pytest.mark.parametrize("value", [0, 5, 999_999_999_999_999])
def test_a_stored_number_fits(value):
    assert make().check(value) == value


@pytest.mark.parametrize("value", ["5", True, None, [5], -1, -0.5, 45.0, 2.5])
def test_another_stored_value_does_not_fit(value):
    with pytest.raises(AnswerError, match=re.escape(f"'{value}' is not a whole number, 0 or more")):
        make().check(value)


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567"), (2.5, "2.5")]
)
def test_a_number_is_described_with_marks_between_thousands(value, words):
    assert make().describe(value) == words


def test_the_mark_between_thousands_is_that_of_the_language():
    language.use("nl")
    assert make().describe(45000) == "45.000"


@pytest.mark.parametrize(("value", "label"), [(0, "small"), (49, "small"), (50, "large"), (50.5, "large"), (-1, "")])
def test_a_number_falls_in_the_last_class_that_it_reaches(value, label):
    assert make(classes=[{"from": 0, "label": "small"}, {"from": 50, "label": "large"}]).size_class(value) == label


def test_without_classes_or_a_number_there_is_no_class():
    assert make().size_class(5) == ""
    assert make(classes=[{"from": 0, "label": "small"}]).size_class("five") == ""


@given(st.integers(0, 10**15 - 1))
def test_a_number_as_it_is_described_reads_back(number):
    language.use("nl")
    question = make()
    assert question.parse(question.describe(number)) == number
