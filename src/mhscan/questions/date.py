"""A date."""

from collections.abc import Collection, Sequence
from typing import Literal, final

from mhscan.conditions import ValueTest
from mhscan.dates import FIRST, DateError, check_date, date_words, day_at, day_number, read_date
from mhscan.language import _
from mhscan.questions.base import AnswerError, Traits, TypedQuestion, Value


@final
class DateQuestion(TypedQuestion):
    """A question that is answered with a date; the answer is text of the form YYYY-MM-DD."""

    type: Literal["date"]

    @property
    def traits(self) -> Traits:
        """A date names nobody, counts nothing, and may well change."""
        return Traits(several=False, numbers=None, free_text=False, count=False, identity="none", order="date")

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a date, such as 2026-05-01")

    def wanted(self, _listed: bool) -> str:
        """Nothing beside what is wrong."""
        return ""

    def read(self, raw: str) -> Value:
        """The date in a line."""
        try:
            return read_date(raw)
        except DateError as error:
            raise AnswerError(str(error)) from None

    def check(self, value: object) -> Value:
        """The stored date, if it exists."""
        try:
            return check_date(str(value) if isinstance(value, str) else repr(value))
        except DateError as error:
            raise AnswerError(str(error)) from None

    def describe(self, value: Value) -> str:
        """The date in words."""
        return date_words(str(value))

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """The dates that tests name, and one that none names: it stands for all others."""
        named = self.named_in(tests)
        first = day_number(str(named[0])) if named else FIRST.toordinal()
        near = (day_at(first + step) for n in range(len(named) + 1) for step in (n, -n))
        return [*named, next(day for day in near if day not in named)]

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """How a date is asked for."""
        return _("The answer is a date; ask with 'is', 'above' or 'ahead'."), ()

    def examples(self) -> Sequence[Value]:
        """A date that every year has."""
        return ["2026-01-01"]
