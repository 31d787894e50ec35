"""A field between two axes is named only where the answers bear it."""

from __future__ import annotations

import pytest

PHASES = [{"id": "x", "title": "Across"}, {"id": "y", "title": "Up"}]
FIELDS = [
    {"id": f"{x}-{y}", "x": x, "y": y, "label": f"{x} and {y}", "text": "So."}
    for x in ("low", "high")
    for y in ("low", "high")
]
NAMES = [f"i{n}" for n in range(10)]


@pytest.fixture
def placed(build, judge):
    """Where answers put a subject, with ten questions on each axis."""

    def place(x, y, margin=10, fields=FIELDS):
        pack = build.pack(
            *[build.factor(f, *[build.indicator(one) for one in NAMES], phase=f) for f in ("x", "y")],
            phases=PHASES,
            profile={"x": "x", "y": "y", "split": 50, "margin": margin, "fields": fields},
        )
        levels = {
            f"{f}.{name}": level for f, given in (("x", x), ("y", y)) for name, level in zip(NAMES, given, strict=False)
        }
        return judge(pack, levels).profile

    return place


@pytest.mark.parametrize("x", [0, 4])
@pytest.mark.parametrize("y", [0, 4])
def test_each_of_the_four_fields_can_be_reached(placed, x, y):
    result = placed([x] * 10, [y] * 10)
    words = {0: "low", 4: "high"}
    assert result.field.id == f"{words[x]}-{words[y]}"
    assert (result.why_not, result.axes) == (None, ())


def test_without_a_profile_in_the_pack_there_is_no_place(english_pack, judge):
    assert judge(english_pack, {}).profile is None


@pytest.mark.parametrize(
    ("x", "y", "why", "axes"),
    [
        ([], [4] * 10, "too_little_known", ("x",)),
        ([], [4], "too_little_known", ("x", "y")),
        ([2] * 10, [4] * 10, "near_split", ("x",)),
        ([2] * 10, [2] * 10, "near_split", ("x", "y")),
        ([3, 3, 3, 3, 3, 3], [0] * 10, "band_crosses", ("x",)),
        ([2] * 10, [], "too_little_known", ("y",)),
        ([2] * 10, [3] * 6, "near_split", ("x",)),
    ],
)
def test_what_keeps_a_field_from_being_named_is_said_with_its_axes(placed, x, y, why, axes):
    result = placed(x, y)
    assert (result.field, result.why_not, result.axes) == (None, why, axes)


@pytest.mark.parametrize(("margin", "named"), [(0, True), (5, True), (5.5, False)])
def test_a_score_at_the_edge_of_the_margin_is_far_enough(placed, margin, named):
    """Eight answers of 50 and two of 75 make 55."""
    assert (placed([2] * 8 + [3] * 2, [0] * 10, margin).field is not None) is named


def test_exactly_the_split_is_high(placed):
    assert placed([2] * 10, [0] * 10, margin=0).field.id == "high-low"


@pytest.mark.parametrize(("x", "named"), [([0] * 5, False), ([0] * 6, True), ([4] * 5, True), ([4] * 6, True)])
def test_a_range_that_touches_the_split_from_below_can_still_cross_it(placed, x, named):
    """Five times 0 leaves 0 to 50, and 50 is high; five times 100 leaves 50 to 100, which is high all over."""
    assert (placed(x, [0] * 10).field is not None) is named


def test_a_field_that_the_pack_does_not_describe_is_not_named(placed):
    result = placed([4] * 10, [4] * 10, fields=FIELDS[:1])
    assert (result.field, result.why_not) == (None, None)
