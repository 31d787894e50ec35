"""The numbers that can answer a question: limits, classes, and which of them tests tell apart."""

from collections.abc import Collection
from dataclasses import dataclass

from pydantic import Field

from mhscan.base import LARGEST, Number, Seq, Strict, Text
from mhscan.conditions import ValueTest
from mhscan.language import _


class SizeClass(Strict):
    """A class of numbers: from `from` (included) to the next class."""

    from_: Number = Field(alias="from")
    label: Text


@dataclass(frozen=True)
class NumberRange:
    """The whole numbers from `minimum` to `maximum`, both included, and the classes that they fall in."""

    minimum: Number
    maximum: Number | None = None
    classes: Seq[SizeClass] = ()

    def has(self, value: Number) -> bool:
        """Whether a number lies within the limits."""
        return self.minimum <= value <= (LARGEST if self.maximum is None else self.maximum)

    def class_of(self, value: object) -> str:
        """The label of the class that a number falls in; empty where there is none."""
        fitting = [one.label for one in self.classes if isinstance(value, int | float) and value >= one.from_]
        return fitting[-1] if fitting else ""

    def values_for(self, tests: Collection[ValueTest]) -> list[int]:
        """Numbers of each kind that tests tell apart, rising: on, just below and just above each limit."""
        named = [n for test in tests for n in (test.at_least, test.at_most, test.is_, *(test.in_ or ()))]
        limits = [int(n) for n in named if isinstance(n, int | float) and not isinstance(n, bool)]
        near = {limit + step for limit in limits for step in (-1, 0, 1)}
        least = int(self.minimum)
        return [number for number in sorted({*near, least, least + 1}) if self.has(number)]

    def hint(self) -> str:
        """Which numbers there are, as a sentence."""
        if self.maximum is None:
            return _("The answer is a number from {low} on.").format(low=self.minimum)
        return _("The answer is a number from {low} to {high}.").format(low=self.minimum, high=self.maximum)
