"""A date."""

from typing import ClassVar, Literal

from mhscan.dates import DateError, check_date, date_words, read_date
from mhscan.language import _
from mhscan.questions.base import AnswerError, QuestionBase, Value


class DateQuestion(QuestionBase):
    """A question that is answered with a date; the answer is text of the form YYYY-MM-DD."""

    line_input: ClassVar[bool] = True

    type: Literal["date"]

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a date, such as 2026-05-01")

    def read(self, raw: str) -> Value:
        """The date in a line."""
        try:
            return read_date(raw)
        except DateError as error:
            raise AnswerError(str(error)) from None

    def wanted(self, listed: bool) -> str:  # noqa: ARG002  what is wrong says how to write a date
        """Nothing beside what is wrong."""
        return ""

    def check(self, value: object) -> Value:
        """The stored date, if it exists."""
        try:
            return check_date(str(value) if isinstance(value, str) else repr(value))
        except DateError as error:
            raise AnswerError(str(error)) from None

    def describe(self, value: Value) -> str:
        """The date in words."""
        return date_words(str(value))
