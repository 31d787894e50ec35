"""The range of a mean over independent parts, against a slow look at every way they can turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.scoring.bounds import NOWHERE, Bounds, any_of, mean_bounds
from mhscan.scoring.means import MEANS

SCORES = st.integers(0, 100).map(Fraction)


@st.composite
def a_part(draw):
    low, high = sorted([draw(SCORES), draw(SCORES)])
    part = draw(st.sampled_from([Bounds(low, high, False), Bounds(low, high, True), NOWHERE]))
    return part, Fraction(draw(st.integers(1, 4)), 2)


def slow(parts, mean):
    """The lowest and highest mean over every choice of ends, and of parts that may be absent; whether there is none."""
    choices = [
        [
            *([] if part.low is None else [(part.low, weight), (part.high, weight)]),
            *([None] if part.absent else []),
        ]
        for part, weight in parts
    ]
    ways = [[pair for pair in way if pair is not None] for way in product(*choices)]
    values = [MEANS[mean](way) for way in ways if way]
    return min(values, default=None), max(values, default=None), not all(ways)


@pytest.mark.parametrize("mean", MEANS)
@given(parts=st.lists(a_part(), min_size=1, max_size=5))
def test_the_ends_are_those_of_every_way_to_leave_parts_out(mean, parts):
    bounds = mean_bounds(parts, mean)
    assert (bounds.low, bounds.high, bounds.absent) == slow(parts, mean)


def test_a_part_that_is_a_little_better_is_taken_too():
    sure, lower, higher = (Bounds(Fraction(n, 2), Fraction(n, 2), n != 20) for n in (20, 19, 21))
    parts = [(part, Fraction(1)) for part in (sure, lower, higher)]
    assert mean_bounds(parts, "arithmetic") == Bounds(Fraction(39, 4), Fraction(41, 4), False)


def test_of_nothing_there_is_no_mean():
    assert mean_bounds([], "arithmetic") == NOWHERE
    assert any_of([]) == NOWHERE


def test_one_of_several_ways_has_the_widest_ends():
    ways = [Bounds(Fraction(3), Fraction(5), False), NOWHERE, Bounds(Fraction(4), Fraction(9), False)]
    assert any_of(ways) == Bounds(Fraction(3), Fraction(9), True)
