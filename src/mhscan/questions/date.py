"""A date."""

import datetime as dt
import re
from typing import ClassVar, Literal

from mhscan.language import _
from mhscan.questions.base import AnswerError, QuestionBase, Value


def read_date(raw: str) -> str:
    """The date in a line as YYYY-MM-DD; also takes day-month-year.

    Raises:
        AnswerError: the line holds no date that exists.
    """
    text = raw.strip()
    if match := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text):
        text = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise AnswerError(_("Type a date as year-month-day, such as 2026-05-01.")) from None


class DateQuestion(QuestionBase):
    """A question that is answered with a date; the answer is text of the form YYYY-MM-DD."""

    line_input: ClassVar[bool] = True

    type: Literal["date"]

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a date, such as 2026-05-01")

    def parse(self, raw: str) -> Value:
        """The date in a line."""
        return read_date(raw)

    def check(self, value: object) -> Value:
        """The stored date, if it exists."""
        if not isinstance(value, str):
            raise AnswerError(_("Type a date as year-month-day, such as 2026-05-01."))
        return read_date(value)
