"""The best that is possible over everything that is still open, without trying every way.

A table says what something comes to for each state of the open questions that decide it. Tables over the same questions
are joined, and a question that no other table looks at is chosen away: bucket elimination, as in Dechter, 'Bucket
elimination: a unifying framework for reasoning' (1999). The work grows with the size of the largest table that this
makes, which stays small where conditions form trees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any, Protocol

LIMIT = 256
"""So many ways are looked at one by one; beyond it a range is sound, and no longer exact."""

Scope = tuple[str, ...]
Key = tuple[int, ...]


class TangledError(Exception):
    """There are too many ways to look at one by one; `keys` are the questions that tie them together."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep the questions."""
        super().__init__()
        self.keys = list(keys)


@dataclass(frozen=True, slots=True)
class Cell:
    """What something comes to: its best value where it counts, and whether it may be absent.

    `value` is None where it cannot count. What it holds is a matter of the `Algebra` in use.
    """

    value: Any
    absent: bool


ABSENT = Cell(None, True)


@dataclass(frozen=True)
class Table:
    """What something comes to for each state of the questions in its scope; a way that cannot occur has no cell."""

    scope: Scope
    cells: dict[Key, Cell]

    def given(self, known: Mapping[str, int]) -> Table:
        """The part of the table in which these questions have these states."""
        if not any(key in known for key in self.scope):
            return self
        fixed = [(n, known[key]) for n, key in enumerate(self.scope) if key in known]
        left = [n for n, key in enumerate(self.scope) if key not in known]
        return Table(
            tuple(self.scope[n] for n in left),
            {tuple(at[n] for n in left): cell for at, cell in self.cells.items() if all(at[n] == s for n, s in fixed)},
        )


class Algebra(Protocol):
    """How values go together, and which of two is better."""

    def join(self, one: Any, other: Any) -> Any:
        """Both together."""

    def better(self, one: Any, other: Any) -> Any:
        """The one that is sought."""


def _join(one: Cell, other: Cell, algebra: Algebra) -> Cell:
    found = []
    if one.value is not None and other.value is not None:
        found.append(algebra.join(one.value, other.value))
    if one.value is not None and other.absent:
        found.append(one.value)
    if other.value is not None and one.absent:
        found.append(other.value)
    value = None
    for each in found:
        value = each if value is None else algebra.better(value, each)
    return Cell(value, one.absent and other.absent)


def choose(one: Cell, other: Cell, algebra: Algebra) -> Cell:
    """The better of two ways, one of which will occur."""
    if one.value is None or other.value is None:
        value = other.value if one.value is None else one.value
    else:
        value = algebra.better(one.value, other.value)
    return Cell(value, one.absent or other.absent)


def _joined(one: Table, other: Table, algebra: Algebra) -> Table:
    """Both tables as one, over the questions of both."""
    shared = [key for key in other.scope if key in one.scope]
    extra = [n for n, key in enumerate(other.scope) if key not in one.scope]
    here, there = [one.scope.index(key) for key in shared], [other.scope.index(key) for key in shared]
    by_shared: dict[Key, list[tuple[Key, Cell]]] = {}
    for at, cell in other.cells.items():
        by_shared.setdefault(tuple(at[n] for n in there), []).append((tuple(at[n] for n in extra), cell))
    cells = {
        at + more: _join(cell, its, algebra)
        for at, cell in one.cells.items()
        for more, its in by_shared.get(tuple(at[n] for n in here), ())
    }
    return Table(one.scope + tuple(other.scope[n] for n in extra), cells)


def _without(table: Table, key: str, algebra: Algebra) -> Table:
    """The table with the best choice of one question's state."""
    drop = table.scope.index(key)
    cells: dict[Key, Cell] = {}
    for at, cell in table.cells.items():
        left = at[:drop] + at[drop + 1 :]
        cells[left] = choose(cells[left], cell, algebra) if left in cells else cell
    return Table(table.scope[:drop] + table.scope[drop + 1 :], cells)


def plan(scopes: Sequence[Scope], sizes: Mapping[str, int], keep: Scope = ()) -> list[str]:
    """In which order to choose the questions away that are not kept: each time the one that touches fewest others.

    Raises:
        TangledError: a table on the way would have more than `LIMIT` cells.
    """
    near: dict[str, set[str]] = {}
    for scope in scopes:
        left = [key for key in scope if key not in keep]
        for key in left:
            near.setdefault(key, set()).update(left)
    order = []
    while near:
        key = min(near, key=lambda one: len(near[one]))
        touched = near.pop(key)
        if prod(sizes[one] for one in touched) > LIMIT:
            raise TangledError(touched)
        touched.discard(key)
        for one in touched:
            near[one] |= touched
            near[one].discard(key)
        order.append(key)
    return order


def solve(tables: Sequence[Table], order: Sequence[str], algebra: Algebra) -> Cell | None:
    """The best over all questions in the tables, chosen away in this order; nothing where no way can occur."""
    whole = ABSENT
    by_key: dict[str, list[Table]] = {key: [] for key in order}
    turn = {key: n for n, key in enumerate(order)}
    done: list[Table] = []

    def put(table: Table) -> None:
        (by_key[min(table.scope, key=turn.__getitem__)] if table.scope else done).append(table)

    for table in tables:
        put(table)
    for key in order:
        together = by_key[key]
        if together:
            table = together[0]
            for other in together[1:]:
                table = _joined(table, other, algebra)
            put(_without(table, key, algebra))
    for table in done:
        if not table.cells:
            return None
        whole = _join(whole, table.cells[()], algebra)
    return whole
