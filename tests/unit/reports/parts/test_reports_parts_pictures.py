"""Positions in pictures are worked out before a template sees them."""

from __future__ import annotations

import pytest

from mhscan.reports.build import build_view
from mhscan.reports.parts.pictures import LENGTH, MIDDLE, radar


def test_bands_are_those_of_the_pack_from_low_to_high(full_result):
    shown = build_view(full_result).bands
    assert [one.label for one in shown] == [one.label for one in full_result.pack.model.bands]
    assert shown[0].start == 0


def test_the_first_spoke_goes_up_and_the_score_lies_on_it(full_result):
    view = build_view(full_result)
    spoke = view.radar.spokes[0]
    assert spoke.end == (MIDDLE, MIDDLE - LENGTH)
    assert spoke.score == (MIDDLE, round(MIDDLE - LENGTH * spoke.figure.score / 100))
    assert [one.number for one in view.radar.spokes] == [1, 2, 3]
    assert all(one.title in view.radar.words for one in view.factors)


def test_a_factor_without_a_score_has_no_point_and_no_line_so_that_unknown_is_not_zero(english_pack, judge):
    shown = build_view(judge(english_pack, {"people.lead": 1, "people.course": 2}))
    assert [one.score is None for one in shown.radar.spokes] == [one.score is None for one in shown.factors]
    assert shown.radar.lines == ()


def test_with_fewer_than_three_there_is_no_wheel(full_result):
    assert radar(build_view(full_result).factors[:2]) is None


@pytest.mark.parametrize("share", [0, 100])
def test_the_ends_of_a_range_stay_inside_the_picture(full_result, share):
    for spoke in build_view(full_result).radar.spokes:
        assert all(0 <= one <= 400 for one in (*spoke.low, *spoke.high, *spoke.label))
