"""What is low and what is enough are levels of each scale in use."""

from __future__ import annotations

import pytest

from mhscan.lint.review import validate

MODEL = "factors/model.yaml"


def found(pack):
    return [one for one in validate([pack.path], pack.path) if one.code == "MH412"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  enough: 2\n", "  enough: ¦3\n", "3 is no level of the scale 'steps'"),
        ("    meaning: From", "    enough: ¦7\n    meaning: From", "7 is no level of the scale 'steps'"),
        ("    meaning: From", "    low: ¦-1\n    meaning: From", "-1 is no level of the scale 'steps'"),
        ("    meaning: From", "    low: ¦2\n    meaning: From", "what is low is not below what is enough"),
    ],
)
def test_a_limit_is_a_level_of_the_scale_and_low_is_below_enough(tiny_pack, old, new, message):
    (place,) = tiny_pack.edit(MODEL, old, new)
    (one,) = found(tiny_pack)
    assert one.message == message
    assert str(one.location).endswith(place)


def test_a_scale_with_limits_of_its_own_may_have_other_levels_than_the_others(tiny_pack):
    tiny_pack.edit(MODEL, "    meaning: From", "    low: 1\n    enough: 2\n    meaning: From")
    tiny_pack.edit(MODEL, "  low: 0\n  enough: 2\n", "  low: 7\n  enough: 9\n")
    assert found(tiny_pack) == []
