"""A count or another number."""

import re
from collections.abc import Collection, Sequence
from typing import Literal, final

from mhscan.base import Number, Seq
from mhscan.conditions import ValueTest
from mhscan.language import _
from mhscan.questions.base import AnswerError, Traits, TypedQuestion, Value
from mhscan.questions.numbers import NumberRange, SizeClass

DIGITS = 15
"""A number has at most so many digits; every program that reads the file keeps these exact."""


@final
class NumberQuestion(TypedQuestion):
    """A question that is answered with a number of 0 or more, up to `maximum` where that is given."""

    type: Literal["number"]
    minimum: Number = 0
    maximum: Number | None = None
    classes: Seq[SizeClass] = ()

    @property
    def _numbers(self) -> NumberRange:
        return NumberRange(self.minimum, self.maximum, self.classes)

    @property
    def traits(self) -> Traits:
        """A number names nobody, may count people, and may well change."""
        numbers = self._numbers
        return Traits(several=False, numbers=numbers, free_text=False, count=True, identity="none", order="number")

    def prompt(self) -> str:
        """What to type, in a few words."""
        if self.maximum is None:
            return _("a whole number, {low} or more").format(low=self.minimum)
        return _("a whole number from {low} to {high}").format(low=self.minimum, high=self.maximum)

    def wanted(self, listed: bool) -> str:
        """What to type, as a sentence."""
        sentence = _("Type {what}.") if listed else _("Needed is {what}.")
        return sentence.format(what=self.prompt())

    def read(self, raw: str) -> Value:
        """The number in a line; points or spaces between thousands are allowed, as in 45.000."""
        text = " ".join(raw.split())
        if re.fullmatch(r"[0-9]{1,3}([. ][0-9]{3})+", text):
            text = re.sub(r"[. ]", "", text)
        if not re.fullmatch(r"-?[0-9]+", text):
            raise AnswerError(_("'{value}' is no whole number.").format(value=raw.strip()))
        if len(text) > DIGITS or not self._numbers.has(int(text)):
            raise AnswerError(_("'{value}' is outside the limits.").format(value=raw.strip()))
        return int(text)

    def check(self, value: object) -> Value:
        """The stored number, if it is one and within the limits."""
        message = _("'{value}' is not {what}").format(value=value, what=self.prompt())
        if isinstance(value, float):
            # In YAML 45.000 is 45, which is not what somebody meant who wrote a point between the thousands.
            raise AnswerError(f"{message}. {_('Write it without a point or a comma, such as 45000')}")
        if isinstance(value, bool) or not isinstance(value, int) or not self._numbers.has(value):
            raise AnswerError(message)
        return value

    def describe(self, value: Value) -> str:
        """The number, with the separator between thousands that the language uses."""
        if not isinstance(value, int):
            return str(value)
        return f"{value:,}".replace(",", _(",") if value >= 1000 else "")

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """Numbers around each limit."""
        return self._numbers.values_for(tests)

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """Which numbers there are."""
        return self._numbers.hint(), ()

    def examples(self) -> Sequence[Value]:
        """The lowest number."""
        return self.fitting([self.minimum])
