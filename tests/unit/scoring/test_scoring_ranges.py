"""What several parts can still become together, against a slow look at every way they can turn out."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from mhscan.scoring.means import MEANS
from mhscan.scoring.ranges import extreme
from mhscan.scoring.tables import ABSENT, Cell, Table, TangledError

ONE = Fraction(1)


def sure(value):
    return Table((), {(): Cell(Fraction(value), False)})


def perhaps(value):
    return Table((), {(): Cell(Fraction(value), True)})


def by(key, *values):
    """A table over one question; None where the part is absent."""
    return Table((key,), {(n,): ABSENT if one is None else Cell(Fraction(one), False) for n, one in enumerate(values)})


def weighted(*tables):
    return [(table, Fraction(n + 1, 2)) for n, table in enumerate(tables)]


def slow(parts, mean, sizes):
    """Every choice of states, and of parts that may be absent: all means that can occur, None for none at all."""
    keys = sorted(sizes)
    found = []
    for states in product(*(range(sizes[key]) for key in keys)):
        at = dict(zip(keys, states, strict=True))
        choices = []
        for table, weight in parts:
            cell = table.cells.get(tuple(at[key] for key in table.scope))
            if cell is None:
                break
            some = [] if cell.value is None else [(cell.value, weight)]
            choices.append([*some, *([None] if cell.absent else [])])
        else:
            for way in product(*choices):
                pairs = [pair for pair in way if pair is not None]
                found.append(MEANS[mean](pairs) if pairs else None)
    return found


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize("name", MEANS)
@pytest.mark.parametrize(
    ("parts", "sizes"),
    [
        ([sure(40), sure(10), sure(70)], {}),
        ([sure(40), perhaps(10), sure(70), perhaps(50), perhaps(95)], {}),
        ([perhaps(10), perhaps(60), perhaps(50)], {}),
        ([sure(50), by("a", 0, 80, None), by("a", 100, None, 30)], {"a": 3}),
        ([by("a", None, 80), by("b", 30, None), by("a", 20, None), perhaps(55)], {"a": 2, "b": 2}),
        ([by("a", None, 80), by("b", 0, None), by("b", 100, 20)], {"a": 2, "b": 2}),
        (
            [Table(("a", "b"), {(0, 0): ABSENT, (1, 1): Cell(Fraction(10), False)}), by("a", 60, 70), by("b", 5, 90)],
            {"a": 2, "b": 2},
        ),
    ],
)
def test_an_extreme_is_that_of_every_way(parts, sizes, name, sign):
    found = slow(weighted(*parts), name, sizes)
    cell = extreme(weighted(*parts), name, sign, (), sizes).cells[()]
    points = [one for one in found if one is not None]
    assert cell.value == (min(points) if sign > 0 else max(points))
    assert cell.absent is (None in found)


def test_parts_of_which_none_can_count_have_no_extreme():
    for name in MEANS:
        assert extreme(weighted(by("a", None, None)), name, 1, (), {"a": 2}).cells[()] == ABSENT


def test_a_question_that_is_kept_stays_in_the_table():
    parts = weighted(by("a", 10, 90), by("b", 30, None))
    table = extreme(parts, "arithmetic", 1, ("a",), {"a": 2, "b": 2})
    assert table.scope == ("a",)
    assert table.cells == {(0,): Cell(Fraction(10), False), (1,): Cell(Fraction(50), False)}


def test_states_that_cannot_occur_have_no_cell():
    parts = weighted(Table(("a",), {(1,): Cell(ONE, False)}), sure(3))
    assert list(extreme(parts, "minimum", 1, ("a",), {"a": 2}).cells) == [(1,)]


def test_too_many_states_to_keep_are_refused():
    keep = tuple("abcdefghi")
    parts = [(by(key, 0, 100), ONE) for key in keep]
    sizes = dict.fromkeys(keep, 2)
    assert len(extreme(parts[:8], "minimum", 1, keep[:8], sizes).cells) == 256
    with pytest.raises(TangledError) as caught:
        extreme(parts, "minimum", 1, keep, sizes)
    assert caught.value.keys == list(keep)
