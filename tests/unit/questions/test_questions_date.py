"""A date."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from mhscan.questions.base import AnswerError
from mhscan.questions.date import DateQuestion

QUESTION = DateQuestion(id="q", type="date", text="When?")


@pytest.mark.parametrize(
    "raw", ["2026-05-01", " 2026-05-01 ", "1-5-2026", "01-05-2026", "1.5.2026", "1 5 2026", "2026-5-1"]
)
def test_a_date_is_read_with_the_year_first_or_the_day_first(raw):
    assert QUESTION.parse(raw) == "2026-05-01"


@pytest.mark.parametrize(
    "raw",
    ["2026-02-30", "31-4-2026", "2026-13-01", "0-1-2026", "20260501", "May", "0000-01-01"],
)
def test_a_date_that_does_not_exist_or_is_written_otherwise_is_refused(raw):
    with pytest.raises(
        AnswerError, match=re.escape(f"'{raw}' is no date. Write for example 2027-05-01 or 1 May 2027.")
    ):
        QUESTION.parse(raw)


def test_a_leap_day_exists_only_in_a_leap_year():
    assert QUESTION.parse("29-2-2028") == "2028-02-29"
    with pytest.raises(AnswerError, match="is no date"):
        QUESTION.parse("29-2-2026")


def test_a_stored_date_fits():
    assert QUESTION.check("2026-05-01") == "2026-05-01"


@pytest.mark.parametrize("value", [20260501, None, True, dt.date(2026, 5, 1), "soon"])
def test_another_stored_value_does_not_fit(value):
    with pytest.raises(AnswerError, match="is no existing date of the form 2027-05-01"):
        QUESTION.check(value)


def test_a_date_is_said_in_words():
    assert QUESTION.describe("2026-05-01") == "1 May 2026"
