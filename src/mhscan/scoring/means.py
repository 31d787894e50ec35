"""How several scores become one: the means that a pack can choose from."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import mul

from mhscan.base import Number

ZERO = Fraction(0)
DIGITS = 10**9
"""The geometric mean is rounded to so many parts of a point."""


@lru_cache(maxsize=4096)
def exact(number: Number) -> Fraction:
    """A number of a file as the exact fraction that its digits say."""
    return Fraction(str(number))


@dataclass(frozen=True)
class WeightedPart:
    """Something that counts: how low and high it can be (0-100), how much it weighs, and whether it counts for sure.

    `present` is True, False, or None for 'may be absent'; `point` is its score so far, None where nothing is known.
    """

    low: Fraction
    high: Fraction
    point: Fraction | None
    weight: Fraction
    present: bool | None


Pairs = Sequence[tuple[Fraction, Fraction]]
Mean = Callable[[Pairs], Fraction]
"""Turns (value, weight) pairs into one value, 0-100."""


def arithmetic(pairs: Pairs) -> Fraction:
    """The weighted arithmetic mean, exact."""
    values, weights = _integers([value for value, _weight in pairs]), _integers([weight for _value, weight in pairs])
    return Fraction(sum(map(mul, values[0], weights[0])), sum(weights[0]) * values[1])


def _integers(numbers: Sequence[Fraction]) -> tuple[list[int], int]:
    """The same numbers as whole numbers, and by what they were multiplied."""
    by = lcm(*(number.denominator for number in numbers))
    return [number.numerator * (by // number.denominator) for number in numbers], by


def geometric(pairs: Pairs) -> Fraction:
    """The weighted geometric mean, to nine decimals; 0 as soon as one value is 0."""
    if any(not value for value, _weight in pairs):
        return ZERO
    weight = math.fsum(float(weight) for _value, weight in pairs)
    logarithm = math.fsum(float(weight) * math.log(value) for value, weight in pairs)
    return Fraction(round(math.exp(logarithm / weight) * DIGITS), DIGITS)


def minimum(pairs: Pairs) -> Fraction:
    """The lowest value, whatever its weight."""
    return min(value for value, _weight in pairs)


def best(pairs: Pairs) -> Fraction:
    """The highest value, whatever its weight."""
    return max(value for value, _weight in pairs)


MEANS: dict[str, Mean] = {"arithmetic": arithmetic, "geometric": geometric, "minimum": minimum, "best": best}
