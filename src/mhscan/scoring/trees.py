"""How a pack makes its figures: trees of means, and where in a tree each deciding question is dealt with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property, lru_cache

from mhscan.base import Number
from mhscan.pack.factor import Aspect, Factor
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import PACKS
from mhscan.scoring.means import exact

Path = tuple[str, ...]
"""Where a mean stands in its tree: the names from the root down."""


@dataclass(frozen=True)
class TreeNode:
    """A mean over indicators and other means; its name is that of the figure that it gives, such as `phase borgen`."""

    path: Path
    mean: str
    weight: Fraction
    leaves: tuple[str, ...]
    nodes: tuple[TreeNode, ...]

    @property
    def name(self) -> str:
        """The kind and the id of the figure."""
        return self.path[-1]

    @cached_property
    def all_nodes(self) -> tuple[TreeNode, ...]:
        """This mean and those under it, the lowest first."""
        return (*(one for node in self.nodes for one in node.all_nodes), self)

    @cached_property
    def members(self) -> tuple[str, ...]:
        """All indicators that it rests on."""
        return self.leaves + tuple(key for node in self.nodes for key in node.members)


@dataclass(frozen=True)
class Tree:
    """A tree of means with the indicators and questions in it.

    `at` tells for each indicator which mean it counts in; `own` says which nodes give a figure of their own.
    """

    root: TreeNode
    at: dict[str, Path]
    own: frozenset[Path]

    @property
    def figures(self) -> tuple[TreeNode, ...]:
        """The means that give a figure of their own, the lowest first."""
        return tuple(node for node in self.root.all_nodes if node.path in self.own)

    def above(self, keys: Iterable[str]) -> frozenset[Path]:
        """The means that these indicators count in."""
        paths = {self.at[key] for key in keys if key in self.at}
        return frozenset(path[:n] for path in paths for n in range(1, len(path) + 1))


@lru_cache(maxsize=PACKS)
def trees_of(pack: Pack) -> tuple[Tree, ...]:
    """The trees that together give every figure of a pack once."""
    nested = pack.model.aggregate.over == "nested"
    return tuple(_tree(root, nested) for root in (_nested(pack) if nested else _flat(pack)))


def _nested(pack: Pack) -> list[TreeNode]:
    mean = pack.model.aggregate.mean
    top: Path = ("total total",) if pack.model.aggregate.total else ()
    loose = [_aspect(pack, (), factor, one) for factor in pack.factors for one in factor.aspects if not one.scored]
    nodes = []
    for phase in pack.model.phases:
        path = (*top, f"phase {phase.id}")
        under = tuple(_factor(pack, path, factor) for factor in pack.factors if factor.phase == phase.id)
        nodes.append(TreeNode(path, mean, exact(phase.weight), (), under))
    nodes += [_factor(pack, top, factor) for factor in pack.factors if factor.phase is None]
    return [*loose, TreeNode(top, mean, Fraction(1), (), tuple(nodes))] if top else [*loose, *nodes]


def _factor(pack: Pack, above: Path, factor: Factor) -> TreeNode:
    path = (*above, f"factor {factor.id}")
    under = tuple(_aspect(pack, path, factor, aspect) for aspect in factor.aspects if aspect.scored)
    return TreeNode(path, pack.model.aggregate.mean, exact(factor.weight), (), under)


def _aspect(pack: Pack, above: Path, factor: Factor, aspect: Aspect) -> TreeNode:
    mean = "best" if aspect.combine == "best" else pack.model.aggregate.mean
    own = tuple(f"{factor.id}.{one.id}" for one in factor.indicators if one.aspect == aspect.id)
    return TreeNode((*above, f"aspect {factor.id}/{aspect.id}"), mean, exact(aspect.weight), own, ())


def _flat(pack: Pack) -> list[TreeNode]:
    """Over all aspects or indicators: each figure takes those under it. An aspect of which the best counts is one."""
    nodes = [_aspect(pack, (), factor, aspect) for factor in pack.factors for aspect in factor.aspects]
    nodes += [_over(pack, f"factor {factor.id}", [factor], factor.weight) for factor in pack.factors]
    for phase in pack.model.phases:
        under = [factor for factor in pack.factors if factor.phase == phase.id]
        nodes.append(_over(pack, f"phase {phase.id}", under, phase.weight))
    return [*nodes, _over(pack, "total total", list(pack.factors), 1)] if pack.model.aggregate.total else nodes


def _over(pack: Pack, name: str, factors: list[Factor], weight: Number) -> TreeNode:
    aspects = [_aspect(pack, (name,), factor, one) for factor in factors for one in factor.aspects if one.scored]
    whole = tuple(node for node in aspects if pack.model.aggregate.over == "aspects" or node.mean == "best")
    leaves = tuple(key for node in aspects if node not in whole for key in node.leaves)
    return TreeNode((name,), pack.model.aggregate.mean, exact(weight), leaves, whole)


def _tree(root: TreeNode, nested: bool) -> Tree:
    at = {key: node.path for node in root.all_nodes for key in node.leaves}
    own = frozenset(node.path for node in root.all_nodes) if nested else frozenset({root.path})
    return Tree(root, at, own)


@lru_cache(maxsize=PACKS)
def figure_nodes(pack: Pack) -> tuple[TreeNode, ...]:
    """The means that give the figures of a pack, in the order in which they can be worked out."""
    return tuple(node for tree in trees_of(pack) for node in tree.figures)


def headline_figures(pack: Pack) -> dict[str, str]:
    """The titles of the figures that a report leads with, by name: the phases, or the factors of a pack without."""
    if pack.model.phases:
        return {f"phase {phase.id}": phase.title for phase in pack.model.phases}
    return {f"factor {factor.id}": factor.title for factor in pack.factors}


@lru_cache(maxsize=PACKS)
def lens_trees(pack: Pack) -> tuple[Tree, ...]:
    """A tree for each group of each lens that has indicators: the parts of the pack, as far as they are in the group.

    Its name is `lens LENS/GROUP`. An aspect that is not scored does not count here either.
    """
    found = []
    for lens in pack.model.lenses:
        for group in lens.groups:
            root = _within(_all(pack, f"lens {lens.id}/{group.id}"), frozenset(group.indicators))
            if root is not None:
                found.append(_tree(root, nested=True))
    return tuple(found)


def _all(pack: Pack, name: str) -> TreeNode:
    """A mean over all that is scored: of the factors where parts are nested."""
    if pack.model.aggregate.over != "nested":
        return _over(pack, name, list(pack.factors), 1)
    under = tuple(_factor(pack, (name,), factor) for factor in pack.factors)
    return TreeNode((name,), pack.model.aggregate.mean, Fraction(1), (), under)


def _within(node: TreeNode, keys: frozenset[str]) -> TreeNode | None:
    """The mean over what of its parts is among these indicators; nothing where nothing is."""
    nodes = tuple(one for part in node.nodes if (one := _within(part, keys)) is not None)
    leaves = tuple(key for key in node.leaves if key in keys)
    return replace(node, leaves=leaves, nodes=nodes) if nodes or leaves else None
