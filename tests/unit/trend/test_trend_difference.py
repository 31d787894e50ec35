"""How far two figures differ, and whether that can be said."""

from __future__ import annotations

from fractions import Fraction
from types import SimpleNamespace

import pytest

from mhscan.trend.difference import ABSENT, difference


def figure(low, high, status="shown"):
    return SimpleNamespace(low=Fraction(low), high=Fraction(high), status=status)


@pytest.mark.parametrize(
    ("before", "after", "verdict", "why", "low", "high"),
    [
        ((40, 40), (55, 55), "higher", None, 15, 15),
        ((55, 55), (40, 40), "lower", None, -15, -15),
        ((40, 40), (40, 40), "same", None, 0, 0),
        ((30, 40), (45, 60), "higher", None, 5, 30),
        ((45, 60), (30, 40), "lower", None, -30, -5),
        ((30, 40), (40, 60), "cannot_be_said", "ranges_overlap", 0, 30),
        ((30, 40), (30, 40), "cannot_be_said", "ranges_overlap", -10, 10),
        ((30, 40), (10, 30), "cannot_be_said", "ranges_overlap", -30, 0),
    ],
)
def test_a_change_is_one_only_if_no_open_answer_can_undo_it(before, after, verdict, why, low, high):
    found = difference(figure(*before), figure(*after))
    assert (found.verdict, found.why_not, found.low, found.high) == (verdict, why, low, high)


@pytest.mark.parametrize("side", [0, 1])
def test_where_too_little_is_known_nothing_is_said_but_the_limits(side):
    pair = [figure(10, 20), figure(80, 90)]
    pair[side].status = "too_little_known"
    found = difference(*pair)
    assert (found.verdict, found.why_not, found.low, found.high) == ("cannot_be_said", "too_little_known", 60, 80)


@pytest.mark.parametrize("side", [0, 1])
def test_what_does_not_apply_is_no_zero(side):
    pair = [figure(0, 0), figure(80, 80)]
    pair[side].status = "not_applicable"
    found = difference(*pair)
    assert (found.verdict, found.why_not, found.low) == ("cannot_be_said", "not_applicable", None)


def test_a_figure_that_is_not_there_gives_no_difference():
    assert difference(None, figure(1, 1)) == difference(figure(1, 1), None) == ABSENT
