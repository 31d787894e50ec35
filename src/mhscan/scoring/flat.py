"""Figures in floats under other weights: for thousands of draws, where the last digit is of no concern.

A flat mean keeps what counts in it: the values of the indicators under the answers as they are (or at their lowest or
highest), and where each weight stands in one list of weights. So one draw gives every figure the same weights.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.trees import Node, trees_of

Weights = Sequence[float]
ValueOf = Callable[[str], Fraction | None]


@dataclass(frozen=True)
class Flat:
    """One mean over values and means; `turns` tell where their weights stand in the list: first those of the values."""

    mean: str
    values: tuple[float, ...]
    means: tuple[Flat, ...]
    turns: tuple[int, ...]

    def under(self, weights: Weights) -> float:
        """The mean under these weights, 0-100."""
        values = [*self.values, *[one.under(weights) for one in self.means]] if self.means else self.values
        return _MEANS[self.mean](values, [weights[n] for n in self.turns])


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


_MEANS: dict[str, Callable[[Sequence[float], Weights], float]] = {
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

    def flat(self, name: str, value_of: ValueOf) -> Flat | None:
        """A figure over the values that count; nothing where none does."""
        return self._flat(self._nodes[name], value_of)

    def _flat(self, node: Node, value_of: ValueOf) -> Flat | None:
        values = {key: value for key in node.leaves if (value := value_of(key)) is not None}
        means = {one.name: flat for one in node.nodes if (flat := self._flat(one, value_of)) is not None}
        if not values and not means:
            return None
        if not values and len(means) == 1:
            return next(iter(means.values()))
        turns = tuple(self._turns[name] for name in (*values, *means))
        return Flat(node.mean, tuple(map(float, values.values())), tuple(means.values()), turns)
