"""Dates: which there can be, how people write them, and counting days without falling off the calendar.

A date is kept as text of the form YYYY-MM-DD. This is the one place where a date that somebody typed is read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from string import digits

from mhscan.language import _, available, pgettext, speaking
from mhscan.text import folded

FIRST, LAST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)
"""The first and the last date that can be meant; what lies outside is a slip, or stands for "never"."""
SHORT_YEARS = 2020
"""A year of two digits before this one could well be a day: `26-05-01` is no sure 26 May 2001."""
_CENTURY, _TURN = 100, 70
"""A year of two digits from 70 is one of the century before."""

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_NUMBERS = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})([-/. ])([0-9]{2}|[0-9]{4})")
_DAY_AND_NAME = re.compile(r"([0-9]{1,2})\.?[- ]?([^\W\d_]+)\.?,?[- ]?'?([0-9]{2}|[0-9]{4})")
_NAME_AND_DAY = re.compile(r"([^\W\d_]+)\.?[- ]?([0-9]{1,2})(?:, ?|[- ])'?([0-9]{2}|[0-9]{4})")


class DateError(ValueError):
    """What was given is no date that can be kept; the message says why, and how to write one.

    `missing` says that there is no such day in the calendar.
    """

    def __init__(self, message: str, missing: bool = False) -> None:
        """Keep whether there is such a day."""
        super().__init__(message)
        self.missing = missing


def read_date(raw: str) -> str:
    """The date that somebody wrote, as YYYY-MM-DD.

    The day stands first, or the year of four digits; the month is a number or a name, in each language of the
    interface. Where numbers could be read in two ways, nothing is guessed.

    Raises:
        DateError: there is no such date, it lies outside all limits, or it can be read in two ways.
    """
    # Small and circled digits are digits when they are folded; nobody writes a date with them.
    plain = all(one in digits for one in raw if one.isnumeric())
    found = sorted(set(_readings(folded(raw)))) if plain else []
    if not found:
        example = _("Write for example 2027-05-01 or {words}.").format(words=date_words("2027-05-01"))
        raise DateError(_("'{text}' is no date.").format(text=raw.strip()) + " " + example)
    if len(found) > 1:
        message = _("'{text}' can be read in two ways: {first} or {second}. Write {iso_first} or {iso_second}.")
        first, second = found[0].isoformat(), found[-1].isoformat()
        words = {"first": date_words(first), "second": date_words(second)}
        raise DateError(message.format(text=raw.strip(), iso_first=first, iso_second=second, **words))
    return check_date(found[0].isoformat())


def check_date(text: str) -> str:
    """A date as it is kept, if it is one.

    Raises:
        DateError: it has another form, does not exist, or lies outside all limits.
    """
    match = _ISO.fullmatch(text)
    day = _date(*map(int, match.groups())) if match else None
    if day is None:
        message = _("'{text}' is no existing date of the form 2027-05-01").format(text=text)
        raise DateError(message, missing=True)
    if not FIRST <= day <= LAST:
        message = _("'{text}' cannot be meant: a date lies in the years {first} to {last}")
        raise DateError(message.format(text=text, first=FIRST.year, last=LAST.year))
    return text


def days_after(text: str, days: float) -> str | None:
    """The date so many days after another; nothing where that lies outside all limits."""
    day = dt.date.fromisoformat(text)
    left, right = (FIRST - day).days, (LAST - day).days
    return (day + dt.timedelta(days=days)).isoformat() if left <= days <= right else None


def day_number(iso: str) -> int:
    """The number of a day: that of the next day is one more."""
    return dt.date.fromisoformat(iso).toordinal()


def day_at(number: int) -> str:
    """The date of the day with a number; the nearest one that can be meant where it lies outside all limits."""
    return dt.date.fromordinal(min(max(number, FIRST.toordinal()), LAST.toordinal())).isoformat()


def date_words(iso: str) -> str:
    """A date in words, such as 1 May 2026; the text itself where it is no date."""
    try:
        date = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return _("{day} {month} {year}").format(day=date.day, month=_months()[date.month - 1], year=date.year)


def _months() -> tuple[str, ...]:
    """The names of the months, in the language in use."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


@cache
def _names() -> dict[str, int]:
    """The number of a month by its name or a short form of it, in each language of the interface."""
    found: dict[str, set[int]] = {}
    for language in available():
        with speaking(language):
            short = pgettext("short names of the months", "jan feb mar apr may jun jul aug sep oct nov dec").split()
            for number, (name, brief) in enumerate(zip(_months(), short, strict=True), 1):
                whole = folded(name)
                for word in (folded(brief), *(whole[:n] for n in range(3, len(whole) + 1))):
                    found.setdefault(word, set()).add(number)
    return {word: numbers.pop() for word, numbers in found.items() if len(numbers) == 1}


def _readings(text: str) -> Iterator[dt.date]:
    """Each date that a text can stand for."""
    if match := _YEAR_FIRST.fullmatch(text):
        yield from _existing((int(match[1]), int(match[2]), int(match[3])))
    elif match := _NUMBERS.fullmatch(text):
        yield from _existing(*_orders(int(match[1]), int(match[3]), match[5], "/" in (match[2], match[4])))
    elif match := _DAY_AND_NAME.fullmatch(text):
        yield from _existing((_year(match[3]), _names().get(match[2], 0), int(match[1])))
    elif match := _NAME_AND_DAY.fullmatch(text):
        yield from _existing((_year(match[3]), _names().get(match[1], 0), int(match[2])))


def _orders(one: int, two: int, year: str, slashes: bool) -> Iterator[tuple[int, int, int]]:
    """The orders in which three numbers can be meant, each as year, month, day.

    The day stands first. With slashes a spreadsheet with American settings puts the month first; and a year of two
    digits that is long gone may be a day, after a year.
    """
    yield _year(year), two, one
    if slashes:
        yield _year(year), one, two
    if len(year) == len("26") and _year(year) < SHORT_YEARS:
        yield _year(f"{one:02}"), two, int(year)


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) > len("26"):
        return number
    return FIRST.year + number + (_CENTURY if number < _TURN else 0)


def _existing(*given: tuple[int, int, int]) -> Iterator[dt.date]:
    for one in given:
        day = _date(*one)
        if day is not None:
            yield day


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
