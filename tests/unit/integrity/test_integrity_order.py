"""Which entries of a list do not fit the others."""

from __future__ import annotations

import pytest

from mhscan.integrity.order import off_count, out_of_order


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ([], []), ([0], []), ([0, 25, 50, 84], []), ([0, 25, 20, 84], [2]),
        ([0, 90, 50, 84], [1]), ([90, 25, 50, 84], [0]),
        ([0, 25, 50, 5], [3]), ([0, 60, 50, 84], [2]), ([0, 0], [1]), ([3, 2, 1], [1, 2]),
    ],
)  # fmt: skip
def test_the_fewest_entries_are_called_wrong_and_the_later_of_two(values, wrong) -> None:
    assert out_of_order(values) == wrong


def test_equal_values_can_be_right() -> None:
    assert out_of_order([0, 0, 1], equal=True) == []
    assert out_of_order([0, 2, 1, 1, 3], equal=True) == [1]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ([], []), ([1, 2, 3], []), ([-1, 0, 1], []), ([0, 1, 3, 4], [2]), ([1, 2, 9, 4], [2]), ([5, 1, 2, 3], [0]),
        ([0, 2], [1]), ([1, 2, 2, 3], []), ([1, 2, 7], [2]),
    ],
)  # fmt: skip
def test_a_count_goes_wrong_at_a_number_that_does_not_fit_or_behind_a_gap(values, wrong) -> None:
    assert off_count(values) == wrong
