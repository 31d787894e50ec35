"""Dates: which there can be, how people write them, and counting days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.dates import FIRST, LAST, DateError, check_date, date_words, days_after, read_date
from mhscan.language import speaking

FORMS = (
    "{0:%Y-%m-%d}", "{0:%Y/%m/%d}", "{0.day}-{0.month}-{0.year}", "{0:%d-%m-%Y}", "{0:%d.%m.%Y}", "{0:%d %m %Y}",
    "{0.day} {1} {0.year}", "{0.day}-{1}-{0.year}", "{0.day} {2} {0.year}", "{0.day}. {2}. {0.year}",
    "{1} {0.day}, {0.year}",
    "  {0.day}\u00a0{1}  {0.year} ", "{0.day}\u2013{0.month}\u2013{0.year}",
)  # fmt: skip
"""Forms that can be read in one way only; {1} is the name of the month and {2} its first three letters or more."""


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2027-05-01", "2027-05-01"),
        ("1-5-2027", "2027-05-01"),
        ("1 mei 2027", "2027-05-01"),
        ("1 MEI 2027", "2027-05-01"),
        ("1-mei-27", "2027-05-01"),
        ("1 mrt 2027", "2027-03-01"),
        ("1 okt. 2027", "2027-10-01"),
        ("31-12-26", "2026-12-31"),
        ("31 dec '26", "2026-12-31"),
        ("May 1, 2027", "2027-05-01"),
        ("1 sept 2027", "2027-09-01"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("5/5/2027", "2027-05-05"),
        ("31-12-98", "1998-12-31"),
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_date_is_read_as_people_write_it(raw, iso, language):
    with speaking(language):
        assert read_date(raw) == iso


@pytest.mark.parametrize(
    ("raw", "first", "second"),
    [
        ("05/01/2027", "5 January 2027", "1 May 2027"),
        ("05/06/27", "6 May 2027", "5 June 2027"),
        ("26-05-01", "26 May 2001", "1 May 2026"),
        ("25-12-10", "25 December 2010", "10 December 2025"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(raw, first, second):
    with pytest.raises(DateError, match="can be read in two ways") as error:
        read_date(raw)
    assert f"{first} or {second}. Write " in str(error.value)


@pytest.mark.parametrize("raw", ["9999-12-31", "31-12-0026", "0026-12-31", "1899-12-31", "1 mei 2201", "31-12-9999"])
def test_what_lies_outside_all_limits_is_refused(raw):
    with pytest.raises(DateError, match="a date lies in the years 1900 to 2200"):
        read_date(raw)


@pytest.mark.parametrize(
    "raw", ["", "soon", "2027", "5-2027", "1 foo 2027", "31-2-2027", "1² mei 2027", "٣-5-2027", "1 ma 2027"]
)
def test_what_is_no_date_is_refused(raw):
    with pytest.raises(DateError, match="is no date"):
        read_date(raw)


@given(st.dates(FIRST, LAST), st.sampled_from(FORMS), st.sampled_from(["en", "nl"]))
def test_every_date_is_read_back_in_every_form(date, form, language):
    with speaking(language):
        month = date_words(date.isoformat()).split()[1]
        assert read_date(form.format(date, month, month[:4])) == date.isoformat()
        assert read_date(date_words(date.isoformat())) == date.isoformat()


@given(st.text() | st.from_regex(r"\A[0-9]{1,4}[-/. ]([0-9]{1,2}|mei|may|dec)[-/. ][0-9]{1,4}\Z"))
def test_any_text_gives_a_date_within_the_limits_or_an_error_in_words(raw):
    try:
        made = read_date(raw)
    except DateError:
        return
    assert check_date(made) == made
    assert FIRST <= dt.date.fromisoformat(made) <= LAST


@given(st.dates(FIRST, LAST), st.integers() | st.floats())
def test_days_are_counted_within_the_limits_only(date, days):
    made = days_after(date.isoformat(), days)
    assert made is None or FIRST <= dt.date.fromisoformat(made) <= LAST


def test_a_day_later_is_a_day_later():
    assert days_after("2026-12-31", 1) == "2027-01-01"
    assert days_after(LAST.isoformat(), 1) is None
