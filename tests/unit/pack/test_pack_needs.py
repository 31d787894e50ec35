"""Which versions of mhscan a pack asks for."""

from __future__ import annotations

import pytest

from mhscan.pack.needs import can_be_read, is_met


@pytest.mark.parametrize(
    ("requires", "met"),
    [
        ("", True),
        ("mhscan>=0.1", True),
        ("mhscan >= 1.2", True),
        ("mhscan>=1.2.0", True),
        ("mhscan>=1.2.1", False),
        ("mhscan>=9", False),
        ("mhscan>1.1,<2", True),
        ("mhscan>=1, !=1.2", False),
        ("mhscan==1.2", True),
        ("mhscan<1.2", False),
        ("mhscan<=1.2", True),
    ],
)
def test_a_need_is_met_or_not(requires, met):
    assert can_be_read(requires)
    assert is_met(requires, "1.2.0") is met
    assert is_met(requires, "1.2") is met


@pytest.mark.parametrize(
    "requires", ["mhscan", "1.0", "mhscan 1.0", "mhscan=>1", "mhscan>=one", "mhscan>=1,", "other>=1"]
)
def test_what_cannot_be_read_is_met_by_nothing(requires):
    assert not can_be_read(requires)
    assert not is_met(requires, "1.2.0")
