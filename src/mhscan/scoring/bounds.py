"""The range of a mean over parts that do not depend on each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mhscan.scoring.means import MEANS


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lowest and highest of a part where it counts, 0-100, and whether it may be absent; None: it never counts."""

    low: Fraction | None
    high: Fraction | None
    absent: bool


NOWHERE = Bounds(None, None, True)


def mean_bounds(parts: Sequence[tuple[Bounds, Fraction]], mean: str) -> Bounds:
    """The range of a mean over parts (with what each weighs) that do not depend on each other."""
    low = _extreme([(part.low, part.absent, weight) for part, weight in parts], mean, 1)
    high = _extreme([(part.high, part.absent, weight) for part, weight in parts], mean, -1)
    return Bounds(low, high, all(part.absent for part, _weight in parts))


def _extreme(parts: Iterable[tuple[Fraction | None, bool, Fraction]], mean: str, direction: int) -> Fraction | None:
    """The lowest (direction 1) or highest (-1) mean over parts of which some may be left out.

    Of the parts that may be left out, the best first, the mean takes each one that is better than the mean of those
    before it. Whatever the mean, one that is not better does not help, nor does any after it: so halving finds the
    place.
    """
    sure = [(value, weight) for value, absent, weight in parts if value is not None and not absent]
    maybe = [(value, weight) for value, absent, weight in parts if value is not None and absent]
    maybe.sort(key=lambda pair: direction * pair[0])
    if not sure:
        # Beside the best one no other helps.
        sure, maybe = maybe[:1], []
    if not sure:
        return None
    work = MEANS[mean]
    taken = bisect_left(
        range(len(maybe)), True, key=lambda n: direction * (maybe[n][0] - work([*sure, *maybe[:n]])) >= 0
    )
    return work([*sure, *maybe[:taken]])


def any_of(ways: Iterable[Bounds]) -> Bounds:
    """What holds in at least one of several ways, one of which will occur."""
    every = list(ways)
    if len(every) == 1:
        return every[0]
    lows = [bounds.low for bounds in every if bounds.low is not None]
    highs = [bounds.high for bounds in every if bounds.high is not None]
    return Bounds(min(lows), max(highs), any(bounds.absent for bounds in every)) if lows else NOWHERE
