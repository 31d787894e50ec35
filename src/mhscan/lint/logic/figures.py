"""How low and high the score of a factor or phase can be, as far as a condition can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from mhscan.conditions import FigureRef, FigureTest
from mhscan.pack.pack import Pack


@dataclass(frozen=True)
class Figure:
    """A score that can still become anything from `low` to `high`, 0-100; it may not be there at all."""

    low: Fraction
    high: Fraction
    present: bool | None = True
    point: Fraction | None = None
    open: frozenset[str] = frozenset()


def figure_bounds(pack: Pack, ref: FigureRef) -> tuple[Fraction, Fraction]:
    """The lowest and highest score of the scales under a figure: no mean of them can lie outside."""
    scores = [
        Fraction(str(level.score))
        for place in pack.places.values()
        if place.aspect.scored and (ref.factor == place.factor.id if ref.factor else ref.phase == place.factor.phase)
        for level in pack.scale(place).levels
    ]
    return (min(scores), max(scores)) if scores else (Fraction(0), Fraction(0))


def figures_between(pack: Pack, tests: list[FigureTest]) -> Iterator[Figure]:
    """A figure of each kind that tests of it can tell apart."""
    low, high = figure_bounds(pack, tests[0])
    limits = [Fraction(str(one)) for test in tests for one in (test.at_least, test.at_most) if one is not None]
    turns = sorted({low, high, *(one for one in limits if low <= one <= high)})
    points = sorted([*turns, *((one + other) / 2 for one, other in pairwise(turns))])
    for n, start in enumerate(points):
        yield from (Figure(start, end, present) for end in points[n:] for present in (True, None))
    yield Figure(low, high, False)
