"""Many ranges into one: what a mean, a minimum or the best can still become.

A part may be absent: a question that may turn out not to apply. The range of the whole holds for every way in which the
parts can turn out, on their own: it is exact for parts that do not depend on each other, and never too narrow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

ZERO = Fraction(0)


@dataclass(frozen=True)
class Part:
    """Something that counts: how low and high it can be (0-100), how much it weighs, and whether it counts for sure.

    `present` is True, False, or None for 'may be absent'; `point` is its score so far, None where nothing is known.
    """

    low: Fraction
    high: Fraction
    point: Fraction | None
    weight: Fraction
    present: bool | None


Mean = Callable[[Sequence[tuple[Fraction, Fraction]]], Fraction]
"""Turns (value, weight) pairs into one value, 0-100."""


def arithmetic(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The weighted arithmetic mean, exact."""
    return sum((value * weight for value, weight in pairs), ZERO) / sum(weight for _value, weight in pairs)


def geometric(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The weighted geometric mean, to about 12 digits; 0 as soon as one value is 0."""
    if any(value == 0 for value, _weight in pairs):
        return ZERO
    total = float(sum(weight for _value, weight in pairs))
    exponent = math.fsum(float(weight) * math.log(float(value)) for value, weight in pairs) / total
    return Fraction(math.exp(exponent)).limit_denominator(10**9)


def minimum(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The lowest value, whatever its weight."""
    return min(value for value, _weight in pairs)


def best(pairs: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """The highest value, whatever its weight."""
    return max(value for value, _weight in pairs)


MEANS: dict[str, Mean] = {"arithmetic": arithmetic, "geometric": geometric, "minimum": minimum, "best": best}


def combine(parts: Sequence[Part], mean: Mean, weight: Fraction) -> Part:
    """The parts as one part.

    The score is the mean of the parts that have one, never outside what is still possible.
    """
    counted = [part for part in parts if part.present is not False]
    if not counted:
        return Part(ZERO, ZERO, None, weight, False)
    sure = [part for part in counted if part.present]
    low = _extreme([(p.low, p.weight) for p in sure], [(p.low, p.weight) for p in counted if not p.present], mean, 1)
    high = _extreme(
        [(p.high, p.weight) for p in sure], [(p.high, p.weight) for p in counted if not p.present], mean, -1
    )
    known = [(part.point, part.weight) for part in sure if part.point is not None]
    point = min(max(mean(known), low), high) if known else None
    return Part(low, high, point, weight, True if sure else None)


def _extreme(
    sure: list[tuple[Fraction, Fraction]], maybe: list[tuple[Fraction, Fraction]], mean: Mean, sign: int
) -> Fraction:
    """The lowest (sign 1) or highest (sign -1) mean over every choice of parts that may be absent.

    A part pulls a mean towards itself, so taking them in order of value until one no longer pulls the right way gives
    the extreme.
    """
    chosen = list(sure)
    for pair in sorted(maybe, key=lambda pair: sign * pair[0]):
        if chosen and sign * mean([*chosen, pair]) >= sign * mean(chosen):
            break
        chosen.append(pair)
    return mean(chosen)
