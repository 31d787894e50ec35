"""Which migrations lead from one version to another."""

from __future__ import annotations

import itertools

import pytest

from mhscan.pack.migration import Migration
from mhscan.pack.versions import numbers, route


def way(files, start, goal):
    made = [
        Migration.model_validate({"schema": "mhscan/migration@1", "from": one.split("-")[0], "to": one.split("-")[1]})
        for one in files
    ]
    found = {
        None if taken is None else tuple(f"{one.from_}-{one.to}" for one in taken)
        for order in itertools.permutations(made)
        for taken in [route(order, start, goal)]
    }
    assert len(found) == 1, "the order of the files makes a difference"
    return found.pop()


def test_versions_are_compared_as_numbers():
    assert numbers("1.10.0") > numbers("1.9.0")
    assert numbers("1.0") == numbers("1.0.x") == numbers("") == ()


@pytest.mark.parametrize(
    ("files", "start", "goal", "taken"),
    [
        ([], "1.0.0", "1.0.0", ()),
        ([], "1.0.0", "1.0.3", ()),
        ([], "1.0.0", "1.4.0", ()),
        ([], "1.0.3", "1.0.0", ()),
        ([], "1.0.0", "2.0.0", None),
        ([], "1.4.0", "1.0.0", None),
        ([], "odd", "1.0.0", None),
        (["1.0.0-1.1.0", "1.1.0-2.0.0"], "1.0.0", "2.0.0", ("1.0.0-1.1.0", "1.1.0-2.0.0")),
        (["1.0.0-1.1.0", "1.1.0-2.0.0", "1.0.0-2.0.0"], "1.0.0", "2.0.0", ("1.0.0-2.0.0",)),
        (["1.0.0-1.1.0", "1.1.0-2.0.0"], "1.1.0", "2.0.0", ("1.1.0-2.0.0",)),
        (["1.0.0-2.0.0"], "1.0.5", "2.0.0", ("1.0.0-2.0.0",)),
        (["1.2.0-2.0.0"], "1.0.0", "2.3.1", ("1.2.0-2.0.0",)),
        (["1.0.0-2.0.0"], "1.2.0", "2.0.0", None),
        (["1.1.0-1.2.0"], "1.0.0", "1.3.0", ("1.1.0-1.2.0",)),
        (["1.0.0-1.0.1"], "1.0.0", "1.0.2", ("1.0.0-1.0.1",)),
        (["1.0.0-1.0.1"], "1.0.1", "1.0.2", ()),
        (["1.0.0-1.1.0"], "1.0.0", "2.0.0", None),
        (["1.0.0-3.0.0"], "1.0.0", "2.0.0", None),
    ],
)
def test_the_fewest_migrations_are_taken_whatever_the_order_of_the_files(files, start, goal, taken):
    assert way(files, start, goal) == taken
