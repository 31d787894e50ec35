"""Figures in floats under other weights: for thousands of draws, where the last digit is of no concern.

A compiled mean is a function of one list of weights, in the order of `weights_of`. What does not hang on weights is
worked out beforehand: parts that all have one value have that value as their mean.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import itemgetter, mul

from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.trees import Node, trees_of

Weights = Sequence[float]
Mean = Callable[[Sequence[float], Weights], float]
Function = Callable[[Weights], float]
Compiled = Function | float
"""A mean, 0-100, under a list of weights; a number where no weight matters."""
ValueOf = Callable[[str], Fraction | None]
"""What an indicator is worth, 0-100; None where it does not count."""


def weights_of(pack: Pack) -> dict[str, float]:
    """The weight of each indicator (by full id) and each figure (such as `phase ID`) of a pack."""
    weights: dict[str, float] = {}
    for node in (node for tree in trees_of(pack) for node in tree.root.all_nodes):
        weights.setdefault(node.name, float(node.weight))
        for key in node.leaves:
            weights.setdefault(key, float(exact(pack.places[key].indicator.weight)))
    return weights


def compiled(node: Node, value_of: ValueOf, turns: Mapping[str, int]) -> Compiled | None:
    """A mean over the indicators that count; None where none does.

    `turns` says where the weight of each indicator and figure stands in the list of weights.
    """
    parts: dict[str, Compiled] = {key: float(value) for key in node.leaves if (value := value_of(key)) is not None}
    for child in node.nodes:
        part = compiled(child, value_of, turns)
        if part is not None:
            parts[child.name] = part
    fixed = {name: part for name, part in parts.items() if isinstance(part, float)}
    varying = {name: part for name, part in parts.items() if not isinstance(part, float)}
    if len(parts) == 1 or (not varying and len(set(fixed.values())) <= 1):
        return next(iter(parts.values()), None)
    own_weights = itemgetter(*(turns[name] for name in (*fixed, *varying)))
    return _function(_MEANS[node.mean], tuple(fixed.values()), tuple(varying.values()), own_weights)


def _function(
    mean: Mean, fixed: tuple[float, ...], varying: tuple[Function, ...], own_weights: Callable[[Weights], Weights]
) -> Function:
    """The mean over parts of which some have one value, whatever the weights, and others do not."""
    if not varying:
        return lambda weights: mean(fixed, own_weights(weights))
    return lambda weights: mean((*fixed, *[part(weights) for part in varying]), own_weights(weights))


def at(mean: Compiled, weights: Weights) -> float:
    """What a compiled mean comes to under these weights, 0-100."""
    return mean if isinstance(mean, float) else mean(weights)


def _arithmetic(values: Sequence[float], weights: Weights) -> float:
    return float(sum(map(mul, values, weights))) / sum(weights)


def _geometric(values: Sequence[float], weights: Weights) -> float:
    return 0.0 if 0.0 in values else math.exp(_arithmetic([math.log(value) for value in values], weights))


def _minimum(values: Sequence[float], _weights: Weights) -> float:
    return min(values)


def _best(values: Sequence[float], _weights: Weights) -> float:
    return max(values)


_MEANS = {"arithmetic": _arithmetic, "geometric": _geometric, "minimum": _minimum, "best": _best}
