"""Figures in floats under other weights: for thousands of samples, where the last digit is of no concern.

A compiled mean is a function of one list of weights, in the order of `weights_of`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from operator import mul

from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.trees import TreeNode, trees_of

Weights = Sequence[float]
Compiled = Callable[[Weights], float]
"""A mean, 0-100, under a list of weights."""
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


def compiled(node: TreeNode, value_of: ValueOf, index: Mapping[str, int]) -> Compiled | None:
    """A mean over the indicators that count; None where none does.

    `index` says where the weight of each indicator and figure stands in the list of weights.
    """
    values = {key: float(value) for key in node.leaves if (value := value_of(key)) is not None}
    parts = {part.name: mean for part in node.nodes if (mean := compiled(part, value_of, index)) is not None}
    if not values and not parts:
        return None
    mean_of, fixed, varying = _MEANS[node.mean], tuple(values.values()), tuple(parts.values())
    positions = [index[name] for name in (*values, *parts)]
    return lambda weights: mean_of((*fixed, *[mean(weights) for mean in varying]), [weights[n] for n in positions])


def _arithmetic(values: Sequence[float], weights: Weights) -> float:
    return float(sum(map(mul, values, weights))) / sum(weights)


def _geometric(values: Sequence[float], weights: Weights) -> float:
    return 0.0 if 0.0 in values else math.exp(_arithmetic([math.log(value) for value in values], weights))


_MEANS: dict[str, Callable[[Sequence[float], Weights], float]] = {
    "arithmetic": _arithmetic,
    "geometric": _geometric,
    "minimum": lambda values, _weights: min(values),
    "best": lambda values, _weights: max(values),
}
