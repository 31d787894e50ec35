"""How several scores become one."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan.scoring.means import MEANS, arithmetic, best, exact, geometric, minimum

ONE = Fraction(1)


def pairs(*found):
    return [(Fraction(value), Fraction(weight)) for value, weight in found]


def test_a_number_of_a_file_is_what_its_digits_say():
    assert exact(0.1) + exact(0.2) == Fraction(3, 10)
    assert exact(7) == 7


def test_the_arithmetic_mean_is_exact_and_weighted():
    assert arithmetic(pairs((100, 1), (0, 2))) == Fraction(100, 3)
    assert arithmetic(pairs((Fraction(1, 3), Fraction(1, 2)), (Fraction(1, 7), Fraction(3, 10)))) == (
        Fraction(1, 6) + Fraction(3, 70)
    ) / Fraction(4, 5)


def test_the_geometric_mean_is_rounded_to_nine_decimals():
    assert geometric(pairs((25, 1), (100, 1))) == 50
    assert geometric(pairs((10, 3), (80, 1))) == Fraction(16817928305, 10**9)


def test_the_geometric_mean_is_zero_as_soon_as_one_part_is():
    assert geometric(pairs((0, Fraction(1, 100)), (100, 9))) == 0


def test_minimum_and_best_do_not_look_at_weight():
    found = pairs((10, 9), (60, Fraction(1, 9)))
    assert minimum(found) == 10
    assert best(found) == 60


def test_there_is_a_mean_for_each_word_of_the_model():
    assert set(MEANS) == {"arithmetic", "geometric", "minimum", "best"}


@pytest.mark.parametrize("name", MEANS)
def test_a_mean_of_one_part_is_that_part(name):
    assert MEANS[name]([(Fraction(37), Fraction(3))]) == 37
