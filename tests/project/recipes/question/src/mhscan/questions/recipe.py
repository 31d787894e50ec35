"""A percentage."""

import re
from collections.abc import Collection, Sequence
from typing import Literal, final

from mhscan.conditions import ValueTest
from mhscan.language import _
from mhscan.questions.base import AnswerError, Traits, TypedQuestion, Value
from mhscan.questions.numbers import NumberRange

WHOLE = NumberRange(0, 100)


@final
class RecipeQuestion(TypedQuestion):
    """A question that is answered with a whole number from 0 to 100, with or without a percent sign."""

    type: Literal["recipe"]

    @property
    def traits(self) -> Traits:
        """It is counted as people are: 1% of few people is somebody."""
        return Traits(several=False, numbers=WHOLE, free_text=False, count=True, identity="none", order="number")

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a percentage, such as 40%")

    def wanted(self, _listed: bool) -> str:
        """Which there are."""
        return _("A percentage lies between 0 and 100.")

    def read(self, raw: str) -> Value:
        """The number in a line."""
        found = re.fullmatch(r"([0-9]{1,3}) ?%?", raw.strip())
        if not found or not WHOLE.has(int(found[1])):
            raise AnswerError(_("'{value}' is no percentage.").format(value=raw.strip()))
        return int(found[1])

    def check(self, value: object) -> Value:
        """The stored number, if it is one."""
        if isinstance(value, bool) or not isinstance(value, int) or not WHOLE.has(value):
            raise AnswerError(_("'{value}' is no percentage.").format(value=value))
        return value

    def describe(self, value: Value) -> str:
        """The number with its sign."""
        return f"{value}%"

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """Numbers around each limit."""
        return WHOLE.values_for(tests)

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """Which numbers there are."""
        return WHOLE.hint(), ()

    def examples(self) -> Sequence[Value]:
        """None, half and all."""
        return [0, 50, 100]
