"""Figures in floats under other weights: for thousands of draws, where the last digit is of no concern.

A flat mean keeps what counts in it: the values of the indicators under the answers as they are (or at their lowest or
highest), and where each weight stands in one list of weights. So one draw gives every figure the same weights. Parts
that all have one value need no weights: their mean is that value.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import itemgetter, mul

from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.trees import Node, trees_of

Weights = Sequence[float]
ValueOf = Callable[[str], Fraction | None]
Mean = Callable[[Sequence[float], Weights], float]
Step = tuple[Mean, tuple[float, ...], tuple[int, ...], Callable[[Weights], Weights]]
"""A mean, the values in it, where the means in it stand, and what takes its weights out of all weights."""


@dataclass(frozen=True)
class Flat:
    """One mean over values and means; `turns` tell where their weights stand in the list: first those of the values."""

    mean: str
    values: tuple[float, ...]
    means: tuple[Flat, ...]
    turns: tuple[int, ...]


class Sheet:
    """Flat means that are worked out together: what several of them rest on is worked out once."""

    def __init__(self) -> None:
        """Nothing is on it yet."""
        self._turns: dict[Flat | float, int] = {}
        self._steps: list[Step | float] = []

    def add(self, flat: Flat | float) -> int:
        """Where a mean stands in what `under` gives; a number stands for itself."""
        if flat not in self._turns:
            step = flat if isinstance(flat, float) else self._step(flat)
            self._turns[flat] = len(self._steps)
            self._steps.append(step)
        return self._turns[flat]

    def _step(self, flat: Flat) -> Step:
        under = tuple(self.add(one) for one in flat.means)
        return _MEANS[flat.mean], flat.values, under, itemgetter(*flat.turns)

    def under(self, weights: Weights) -> list[float]:
        """All means on it under these weights, 0-100, and all on which they rest."""
        found: list[float] = []
        for step in self._steps:
            if isinstance(step, float):
                found.append(step)
                continue
            mean, values, under, own = step
            found.append(mean([*values, *[found[n] for n in under]] if under else values, own(weights)))
        return found


def _arithmetic(values: Sequence[float], weights: Weights) -> float:
    return float(sum(map(mul, values, weights))) / sum(weights)


def _geometric(values: Sequence[float], weights: Weights) -> float:
    if 0.0 in values:
        return 0.0
    return math.exp(_arithmetic([math.log(value) for value in values], weights))


def _minimum(values: Sequence[float], _weights: Weights) -> float:
    return min(values)


def _best(values: Sequence[float], _weights: Weights) -> float:
    return max(values)


_MEANS: dict[str, Mean] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "minimum": _minimum,
    "best": _best,
}


class Flats:
    """The figures of one assessment as flat means, over one list of weights.

    `weights` has those of the pack, `names` tells what each belongs to: an indicator, or a figure such as `phase ID`.
    """

    def __init__(self, pack: Pack) -> None:
        """Number the weights."""
        self.weights: list[float] = []
        self._pack = pack
        self._turns: dict[str, int] = {}
        self._nodes: dict[str, Node] = {}
        for tree in trees_of(pack):
            for node in tree.root.all_nodes:
                if node.path in tree.own:
                    self._nodes[node.name] = node
                self._number(node.name, node.weight)
                for key in node.leaves:
                    self._number(key, exact(pack.places[key].indicator.weight))

    def _number(self, name: str, weight: Fraction) -> None:
        if name not in self._turns:
            self._turns[name] = len(self.weights)
            self.weights.append(float(weight))

    @property
    def names(self) -> tuple[str, ...]:
        """What each weight belongs to, in the order of the weights."""
        return tuple(self._turns)

    def flat(self, name: str, value_of: ValueOf) -> Flat | float | None:
        """A figure over the values that count; nothing where none does, and a number where no weight matters."""
        return self._flat(self._nodes[name], value_of)

    def _flat(self, node: Node, value_of: ValueOf) -> Flat | float | None:
        values = {key: float(value) for key in node.leaves if (value := value_of(key)) is not None}
        means = {}
        for one in node.nodes:
            found = self._flat(one, value_of)
            if isinstance(found, Flat):
                means[one.name] = found
            elif found is not None:
                values[one.name] = found
        if not means and len(set(values.values())) <= 1:
            return next(iter(values.values()), None)
        if not values and len(means) == 1:
            return next(iter(means.values()))
        turns = tuple(self._turns[name] for name in (*values, *means))
        return Flat(node.mean, tuple(values.values()), tuple(means.values()), turns)
