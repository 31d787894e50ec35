"""Colours that can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan.reports.style.colours import ENOUGH, contrast, least, mix, readable
from mhscan.reports.style.house_style import DARK, LIGHT

COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_the_guidelines_and_has_no_order(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_a_mix_lies_between_the_two():
    assert (mix("#000000", "#ffffff", 0), mix("#000000", "#ffffff", 1)) == ("#000000", "#ffffff")
    assert mix("#204060", "#ffffff", 0.5) == "#90a0b0"


@pytest.mark.parametrize("grounds", [LIGHT, DARK, ("#ffffff",)])
@given(colour=COLOURS)
def test_the_nearest_colour_can_be_read_and_a_good_one_is_left_alone(grounds, colour):
    found = readable(colour, grounds)
    assert least(found, grounds) >= ENOUGH
    assert (found == colour) == (least(colour, grounds) >= ENOUGH)
