"""What several parts can still become together, against a slow look at every way they can turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from mhscan.scoring.ranges import MEANS, Part, arithmetic, best, combine, geometric, minimum

ONE = Fraction(1)


def known(value, weight=1):
    return Part(Fraction(value), Fraction(value), Fraction(value), Fraction(weight), True)


def open_(low, high, weight=1, present=True):
    return Part(Fraction(low), Fraction(high), None, Fraction(weight), present)


def slow_range(parts, mean):
    """Every choice of parts that may be absent, each at its lowest and its highest."""
    choices = [[(p.low, p.weight), (p.high, p.weight), *([None] if p.present is None else [])] for p in parts]
    ways = [[pair for pair in way if pair is not None] for way in product(*choices)]
    found = [mean(way) for way in ways if way]
    return min(found), max(found)


def test_the_arithmetic_mean_is_exact_and_weighted():
    assert arithmetic([(Fraction(100), Fraction(1)), (Fraction(0), Fraction(2))]) == Fraction(100, 3)


def test_the_geometric_mean_is_close_to_twelve_digits():
    mean = geometric([(Fraction(25), ONE), (Fraction(100), ONE)])
    assert abs(mean - 50) < Fraction(1, 10**8)
    assert abs(geometric([(Fraction(10), Fraction(3)), (Fraction(80), ONE)]) - Fraction(16817928305, 10**9)) < Fraction(
        1, 10**6
    )


def test_the_geometric_mean_is_zero_as_soon_as_one_part_is():
    assert geometric([(Fraction(0), Fraction(1, 100)), (Fraction(100), Fraction(9))]) == 0


def test_minimum_and_best_do_not_look_at_weight():
    pairs = [(Fraction(10), Fraction(9)), (Fraction(60), Fraction(1, 9))]
    assert minimum(pairs) == 10
    assert best(pairs) == 60


def test_there_is_a_mean_for_each_word_of_the_model():
    assert set(MEANS) == {"arithmetic", "geometric", "minimum", "best"}


def test_parts_that_are_known_make_a_range_of_one_point():
    assert combine([known(20), known(40, 3)], arithmetic, Fraction(7)) == known(35, 7)


def test_an_open_part_widens_the_range_and_leaves_the_point():
    assert combine([known(20), open_(0, 100)], arithmetic, ONE) == Part(
        Fraction(10), Fraction(60), Fraction(20), ONE, True
    )


def test_without_any_known_part_there_is_no_point():
    whole = combine([open_(0, 100), open_(20, 60)], arithmetic, ONE)
    assert (whole.low, whole.high, whole.point) == (10, 80, None)


def test_absent_parts_do_not_count():
    absent = Part(Fraction(0), Fraction(100), None, Fraction(9), False)
    assert combine([known(80), absent], arithmetic, ONE) == known(80)


@pytest.mark.parametrize("parts", [[], [Part(Fraction(0), Fraction(100), None, ONE, False)]])
def test_without_parts_that_count_the_whole_is_absent(parts):
    assert combine(parts, arithmetic, Fraction(2)) == Part(Fraction(0), Fraction(0), None, Fraction(2), False)


def test_with_only_parts_that_may_be_absent_the_whole_may_be_absent():
    whole = combine([open_(20, 60, present=None), open_(0, 30, present=None)], arithmetic, ONE)
    assert (whole.low, whole.high, whole.point, whole.present) == (0, 60, None, None)


def test_the_point_stays_inside_what_is_possible():
    whole = combine([known(100), open_(0, 10)], arithmetic, ONE)
    assert (whole.low, whole.point, whole.high) == (50, 55, 55)


@pytest.mark.parametrize("name", MEANS)
def test_the_range_is_that_of_every_way_in_which_the_parts_can_turn_out(name):
    parts = [known(40, 2), open_(10, 90, 3), open_(0, 60, 1, None), known(70), open_(50, 100, 5, None)]
    whole = combine(parts, MEANS[name], ONE)
    assert (whole.low, whole.high) == slow_range(parts, MEANS[name])


@pytest.mark.parametrize("name", MEANS)
def test_the_range_is_exact_when_nothing_is_sure(name):
    parts = [open_(10, 90, 3, None), open_(0, 60, 1, None), open_(50, 100, 5, None)]
    whole = combine(parts, MEANS[name], ONE)
    assert (whole.low, whole.high) == slow_range(parts, MEANS[name])
