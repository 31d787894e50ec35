"""What a mean can still become: the lowest and highest over every way to complete the answers.

For a mean of parts that do not depend on each other this is simple: each part at its end. It is not where the same open
question decides about several parts, or where a part may turn out not to apply: then leaving it out moves the mean of
the rest. Such a mean is a ratio of two sums, and the best ratio is found as in Dinkelbach, 'On nonlinear fractional
programming' (Management Science 13, 1967): the ways are compared at a ratio that is known to be possible, and the best
of them gives the next, until none is better.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from itertools import product
from math import lcm, prod
from typing import Any

from mhscan.scoring.means import MEANS, logarithm, power, whole
from mhscan.scoring.tables import LIMIT, Cell, Scope, Table, TangledError, plan, solve

Weighted = tuple[Table, Fraction]
"""A table of values, 0-100, and what weighs."""


class _Ratio:
    """Sums of values and of weights, compared at one ratio; `sign` is 1 for the lowest and -1 for the highest."""

    def __init__(self, sign: int) -> None:
        self.sign = sign
        self.at: tuple[Any, Any] = (0, 1)

    def join(self, one: tuple[Any, Any], other: tuple[Any, Any]) -> tuple[Any, Any]:
        return one[0] + other[0], one[1] + other[1]

    def better(self, one: tuple[Any, Any], other: tuple[Any, Any]) -> tuple[Any, Any]:
        return one if self.gain(one) <= self.gain(other) else other

    def gain(self, one: tuple[Any, Any]) -> Any:
        return self.sign * (one[0] * self.at[1] - one[1] * self.at[0])


class Ends:
    """The lowest or highest of values that go together as their lowest or highest."""

    def __init__(self, join: Callable[[Any, Any], Any], better: Callable[[Any, Any], Any]) -> None:
        """How values go together, and which is sought."""
        self.join = join
        self.better = better


def extreme(parts: Sequence[Weighted], mean: str, sign: int, keep: Scope, sizes: Mapping[str, int]) -> Table:
    """The lowest (sign 1) or highest (sign -1) that a mean of parts can be, for each state of the questions kept.

    Raises:
        TangledError: the questions are tied to each other in too many ways.
    """
    if not keep and all(not table.scope and _is_sure(table) for table, _weight in parts):
        return Table((), {(): Cell(MEANS[mean]([(table.cells[()].value, weight) for table, weight in parts]), False)})
    if prod(sizes[key] for key in keep) > LIMIT:
        raise TangledError(keep)
    order = plan([table.scope for table, _weight in parts], sizes, keep)
    work = _WORK[mean]
    cells = {}
    for states in product(*(range(sizes[key]) for key in keep)):
        known = dict(zip(keep, states, strict=True))
        cell = work([(table.given(known), weight) for table, weight in parts], order, sign)
        if cell is not None:
            cells[states] = cell
    return Table(keep, cells)


def _is_sure(table: Table) -> bool:
    return table.cells[()].value is not None and not table.cells[()].absent


def _arithmetic(parts: Sequence[Weighted], order: Sequence[str], sign: int) -> Cell | None:
    """Whole numbers throughout, so that nothing is rounded and no fraction has to be reduced on the way."""
    weights, _by = whole([weight for _table, weight in parts])
    scale = lcm(*(cell.value.denominator for table, _w in parts for cell in table.cells.values() if cell.value))
    tables = [
        _mapped(table, partial(_whole_pair, weight, scale))
        for (table, _weight), weight in zip(parts, weights, strict=True)
    ]
    cell = _best_ratio(tables, order, sign, 0)
    if cell is None or cell.value is None:
        return cell
    above, below = cell.value
    return Cell(Fraction(above, below * scale), cell.absent)


def _geometric(parts: Sequence[Weighted], order: Sequence[str], sign: int) -> Cell | None:
    """The same over logarithms, to the precision of floats; a value of 0 makes the mean 0."""
    tables = [_mapped(table, partial(_logarithm_pair, float(weight))) for table, weight in parts]
    cell = _best_ratio(tables, order, sign, 1e-12)
    if cell is None or cell.value is None:
        return cell
    return Cell(power(*cell.value), cell.absent)


def _best_ratio(tables: Sequence[Table], order: Sequence[str], sign: int, slack: float) -> Cell | None:
    """The lowest or highest ratio of two sums, as that pair of sums; a gain of at most `slack` is none."""
    ratio = _Ratio(sign)
    cell = solve(tables, order, ratio)
    while cell is not None and cell.value is not None and cell.value[0] != -math.inf:
        ratio.at = cell.value
        other = solve(tables, order, ratio)
        if other is None or ratio.gain(other.value) >= -slack * cell.value[1] * other.value[1]:
            break
        cell = other
    return cell


def _whole_pair(weight: int, scale: int, value: Fraction) -> tuple[int, int]:
    return int(value * scale) * weight, weight


def _logarithm_pair(weight: float, value: Fraction) -> tuple[float, float]:
    return logarithm(value) * weight, weight


def _mapped(table: Table, change: Callable[[Any], Any]) -> Table:
    return Table(
        table.scope,
        {at: cell if cell.value is None else Cell(change(cell.value), cell.absent) for at, cell in table.cells.items()},
    )


def _minimum(parts: Sequence[Weighted], order: Sequence[str], sign: int) -> Cell | None:
    return solve([table for table, _weight in parts], order, Ends(min, min if sign > 0 else max))


def _best(parts: Sequence[Weighted], order: Sequence[str], sign: int) -> Cell | None:
    return solve([table for table, _weight in parts], order, Ends(max, min if sign > 0 else max))


_WORK: dict[str, Callable[[Sequence[Weighted], Sequence[str], int], Cell | None]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "minimum": _minimum,
    "best": _best,
}
