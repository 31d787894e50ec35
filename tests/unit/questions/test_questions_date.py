"""A date."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.questions.base import AnswerError
from mhscan.questions.date import DateQuestion, read_date

QUESTION = DateQuestion(id="q", type="date", text="When?")


@pytest.mark.parametrize(
    "raw", ["2026-05-01", " 2026-05-01 ", "1-5-2026", "01-05-2026", "1/5/2026", "1.5.2026", "1 5 2026", "01-5/2026"]
)
def test_a_date_is_read_with_the_year_first_or_the_day_first(raw):
    assert QUESTION.parse(raw) == "2026-05-01"


@pytest.mark.parametrize(
    "raw",
    ["2026-02-30", "31-4-2026", "2026-13-01", "0-1-2026", "26-05-01", "2026-5-1", "20260501", "May", "0000-01-01"],
)
def test_a_date_that_does_not_exist_or_is_written_otherwise_is_refused(raw):
    with pytest.raises(AnswerError, match=re.escape("Type a date as year-month-day, such as 2026-05-01.")):
        QUESTION.parse(raw)


def test_a_leap_day_exists_only_in_a_leap_year():
    assert QUESTION.parse("29-2-2028") == "2028-02-29"
    with pytest.raises(AnswerError, match="year-month-day"):
        QUESTION.parse("29-2-2026")


def test_a_stored_date_fits():
    assert QUESTION.check("2026-05-01") == "2026-05-01"


@pytest.mark.parametrize("value", [20260501, None, True, dt.date(2026, 5, 1), "soon"])
def test_another_stored_value_does_not_fit(value):
    with pytest.raises(AnswerError, match="year-month-day"):
        QUESTION.check(value)


@given(st.dates())
def test_every_date_reads_back_in_both_orders(date):
    assert read_date(date.isoformat()) == date.isoformat()
    assert read_date(f"{date.day}-{date.month}-{date.year:04}") == date.isoformat()


@given(st.text() | st.from_regex(r"\A\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\Z"))
def test_any_line_gives_an_existing_date_or_an_answer_error(raw):
    try:
        made = read_date(raw)
    except AnswerError:
        return
    assert dt.date.fromisoformat(made).isoformat() == made
