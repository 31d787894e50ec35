"""A count or another number."""

import re
from typing import ClassVar, Literal

from pydantic import Field

from mhscan.base import LARGEST, Number, Seq, Strict, Text
from mhscan.language import _
from mhscan.questions.base import AnswerError, QuestionBase, Value

DIGITS = 15
"""A number has at most so many digits; every program that reads the file keeps these exact."""


class SizeClass(Strict):
    """A class of numbers: from `from` (included) to the next class."""

    from_: Number = Field(alias="from")
    label: Text


class NumberQuestion(QuestionBase):
    """A question that is answered with a number of 0 or more, up to `maximum` where that is given."""

    line_input: ClassVar[bool] = True

    type: Literal["number"]
    minimum: Number = 0
    maximum: Number | None = None
    classes: Seq[SizeClass] = ()

    def prompt(self) -> str:
        """What to type, in a few words."""
        if self.maximum is None:
            return _("a whole number, {low} or more").format(low=self.minimum)
        return _("a whole number from {low} to {high}").format(low=self.minimum, high=self.maximum)

    def read(self, raw: str) -> Value:
        """The number in a line; points or spaces between thousands are allowed, as in 45.000."""
        text = " ".join(raw.split())
        if re.fullmatch(r"[0-9]{1,3}([. ][0-9]{3})+", text):
            text = re.sub(r"[. ]", "", text)
        if not re.fullmatch(r"-?[0-9]+", text):
            raise AnswerError(_("'{value}' is no whole number.").format(value=raw.strip()))
        outside = _("'{value}' is outside the limits.").format(value=raw.strip())
        if len(text) > DIGITS:
            raise AnswerError(outside)
        return self._within(int(text), outside)

    def check(self, value: object) -> Value:
        """The stored number, if it is one and within the limits."""
        message = _("'{value}' is not {what}").format(value=value, what=self.prompt())
        if isinstance(value, float):
            # In YAML 45.000 is 45, which is not what somebody meant who wrote a point between the thousands.
            raise AnswerError(f"{message}. {_('Write it without a point or a comma, such as 45000')}")
        if isinstance(value, bool) or not isinstance(value, int):
            raise AnswerError(message)
        return self._within(value, message)

    def describe(self, value: Value) -> str:
        """The number, with the separator between thousands that the language uses."""
        if not isinstance(value, int):
            return str(value)
        return f"{value:,}".replace(",", _(",") if value >= 1000 else "")

    def size_class(self, value: Value) -> str:
        """The label of the class that a number falls in; empty where there are no classes."""
        fitting = [c.label for c in self.classes if isinstance(value, int | float) and value >= c.from_]
        return fitting[-1] if fitting else ""

    def _within(self, value: Number, message: str) -> Number:
        if not self.minimum <= value <= (LARGEST if self.maximum is None else self.maximum):
            raise AnswerError(message)
        return value
