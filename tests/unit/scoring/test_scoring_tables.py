"""The best over everything that is open, against a look at every way."""

from __future__ import annotations

from itertools import product

import pytest

from mhscan.scoring.ranges import Ends
from mhscan.scoring.tables import ABSENT, LIMIT, Cell, Table, TangledError, choose, plan, solve

LOWEST = Ends(lambda one, other: one + other, min)
HIGHEST = Ends(lambda one, other: one + other, max)


def table(scope, value, states=2):
    return Table(
        tuple(scope),
        {at: Cell(value(*at), False) for at in product(*(range(states) for _key in scope)) if value(*at) is not None},
    )


CHAIN = [
    table("a", lambda a: 3 * a),
    table("ab", lambda a, b: 5 if a == b else 1),
    table("bc", lambda b, c: None if b and c else 2 * b + c),
    table("c", lambda c: -4 * c),
]


def slow(tables, keys, pick, states=2):
    sums = []
    for way in product(range(states), repeat=len(keys)):
        at = dict(zip(keys, way, strict=True))
        cells = [one.cells.get(tuple(at[key] for key in one.scope)) for one in tables]
        if None not in cells:
            sums.append(sum(cell.value for cell in cells))
    return pick(sums)


@pytest.mark.parametrize(("algebra", "pick"), [(LOWEST, min), (HIGHEST, max)])
@pytest.mark.parametrize("order", ["abc", "cba", "bac", "cab"])
def test_the_order_in_which_questions_are_chosen_away_changes_nothing(algebra, pick, order):
    assert solve(CHAIN, list(order), algebra) == Cell(slow(CHAIN, "abc", pick), False)


def test_tables_without_questions_count_too():
    constant = Table((), {(): Cell(100, False)})
    assert solve([*CHAIN, constant], list("abc"), LOWEST).value == 100 + slow(CHAIN, "abc", min)


def test_where_no_way_can_occur_there_is_nothing():
    assert solve([table("a", lambda a: a or None), table("a", lambda a: None if a else 1)], ["a"], LOWEST) is None


def test_what_may_be_absent_is_left_out_where_that_is_better():
    perhaps = Table((), {(): Cell(7, True)})
    sure = Table((), {(): Cell(1, False)})
    assert solve([perhaps, sure], [], LOWEST) == Cell(1, False)
    assert solve([perhaps, sure], [], HIGHEST) == Cell(8, False)
    assert solve([perhaps, perhaps], [], LOWEST) == Cell(7, True)
    assert solve([Table((), {(): ABSENT})], [], LOWEST) == ABSENT
    assert solve([], [], LOWEST) == ABSENT


def test_of_two_ways_the_better_is_chosen_and_either_may_leave_it_out():
    assert choose(Cell(3, False), Cell(5, True), LOWEST) == Cell(3, True)
    assert choose(Cell(3, True), Cell(5, False), HIGHEST) == Cell(5, True)
    assert choose(ABSENT, Cell(5, False), LOWEST) == Cell(5, True)
    assert choose(Cell(5, False), ABSENT, LOWEST) == Cell(5, True)


def test_a_table_can_be_read_where_some_questions_are_known():
    two = table("ab", lambda a, b: 10 * a + b)
    assert two.given({"b": 1}) == Table(("a",), {(0,): Cell(1, False), (1,): Cell(11, False)})
    assert two.given({"a": 1, "b": 0, "z": 1}) == Table((), {(): Cell(10, False)})
    assert two.given({"z": 1}) is two


def test_the_question_that_touches_fewest_others_is_chosen_away_first():
    star = [("m", "a"), ("m", "b"), ("m", "c")]
    assert plan(star, dict.fromkeys("mabc", 2))[-1] in "mc"
    assert plan(star, dict.fromkeys("mabc", 2))[:2] == ["a", "b"]
    assert plan([("a", "b")], {"a": 2, "b": 2}, keep=("a",)) == ["b"]
    assert plan([(), ()], {}) == []


def test_a_table_that_grows_too_large_is_refused():
    scope = tuple("abcdefghi")
    assert LIMIT == 2**8
    assert len(plan([scope[:8]], dict.fromkeys(scope, 2))) == 8
    with pytest.raises(TangledError) as caught:
        plan([scope], dict.fromkeys(scope, 2))
    assert set(caught.value.keys) == set(scope)


def test_only_what_touches_the_question_counts_for_the_size():
    tree = [(f"k{n // 2}", f"k{n}") for n in range(1, 40)]
    assert len(plan(tree, {f"k{n}": 16 for n in range(40)})) == 40


def test_choosing_away_ties_what_was_tied_to_it():
    ring = [("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]
    sizes = {"a": 5, "b": 8, "c": 8, "d": 8}
    with pytest.raises(TangledError):
        plan(ring, sizes)
