"""The range of every figure: the lowest and highest over every way to complete the answers.

An open question matters to a figure in two ways: by the score of its own level, and by deciding whether other questions
apply. The questions that decide about more than one part of a figure are its *shared deciders*. Once these are fixed,
the parts no longer depend on each other: each stands at its own lowest or highest, and one that may be absent is left
out where that helps. So a range is exact after trying every way in which the shared deciders can turn out, one by one.

Where there are more ways than `LIMIT`, the questions around them are taken as if each could apply or not by itself.
That range is sound, but can be too wide: it is marked as not exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from mhscan.scoring.bounds import NOWHERE, Bounds, any_of, mean_bounds
from mhscan.scoring.means import ZERO, exact
from mhscan.scoring.options import AnswerGroup, TangledError
from mhscan.scoring.trees import Path, Tree, TreeNode
from mhscan.scoring.ways import Assigned, Way, Ways


@dataclass(frozen=True)
class Span:
    """What a figure can still become: its lowest and highest, 0-100, and whether it counts for sure (None: open).

    `exact` is False where the range may be wider than what is possible.
    """

    low: Fraction
    high: Fraction
    present: bool | None
    exact: bool


class _Enumeration:
    """The bounds of means over every way in which the questions can turn out that `ways` does not leave out.

    Whatever is worked out is kept by what it hangs on: the mean or indicator, and the deciders behind it.
    """

    def __init__(self, ways: Ways) -> None:
        self.ways = ways
        self._pack = ways.conditions.pack
        self._facts = ways.conditions.facts
        self._variables: dict[str, tuple[str, ...]] = {}
        self._reach: dict[Path, Counter[str]] = {}
        self._leaves: dict[tuple[str, Assigned], Bounds] = {}
        self._means: dict[tuple[Path, Assigned], Bounds] = {}

    def take_over(self, before: _Enumeration, touched: frozenset[str], changed: frozenset[Path]) -> None:
        """Keep what was worked out before, except for questions that were touched and means that they change."""
        self._variables = {key: those for key, those in before._variables.items() if key not in touched}
        self._reach = {path: those for path, those in before._reach.items() if path not in changed}
        self._leaves = {at: bounds for at, bounds in before._leaves.items() if at[0] not in touched}
        self._means = {at: bounds for at, bounds in before._means.items() if at[0] not in changed}

    def figure(self, node: TreeNode) -> Bounds:
        """A mean over every way in which its shared deciders can turn out.

        Raises:
            TangledError: there are too many.
        """
        shared = [key for key, parts in self._reached(node).items() if parts > 1]
        return any_of(self._mean(node, way) for way in self.ways.all(shared, {}))

    def _mean(self, node: TreeNode, way: Way) -> Bounds:
        """A mean where the shared deciders of the figure have turned out in this way."""
        at = node.path, tuple((key, way[key]) for key in self._reached(node) if key in way)
        if at not in self._means:
            parts = [(self.leaf(key, way), exact(self._pack.places[key].indicator.weight)) for key in node.leaves]
            parts += [(self._mean(part, way), part.weight) for part in node.nodes]
            self._means[at] = mean_bounds(parts, node.mean)
        return self._means[at]

    def _reached(self, node: TreeNode) -> Counter[str]:
        """The open deciders behind a mean, each after those before it, with the number of its indicators they reach.

        An indicator that others look at is a decider too: it reaches itself.
        """
        if node.path not in self._reach:
            parts = Counter(key for member in node.members for key in self._behind(member))
            self._reach[node.path] = Counter({key: parts[key] for key in self.ways.ordered(parts)})
        return self._reach[node.path]

    def _behind(self, key: str) -> tuple[str, ...]:
        if key not in self._variables:
            self._variables[key] = self.ways.variables(key)
        return self._variables[key]

    def leaf(self, key: str, way: Way) -> Bounds:
        """What an indicator can come to where these deciders have turned out in this way.

        Raises:
            TangledError: there are too many ways in which the others can.
        """
        if key in self.ways.loose:
            return self._loose_leaf(key)
        variables = self._behind(key)
        at = key, tuple((decider, way[decider]) for decider in variables if decider in way)
        if at not in self._leaves:
            own = [decider for decider in variables if decider not in way]
            each_way = self.ways.all(own, dict(at[1]))
            self._leaves[at] = any_of(_bounds(group) for each in each_way for group in self._groups(key, each))
        return self._leaves[at]

    def _groups(self, key: str, way: Way) -> list[AnswerGroup | None]:
        groups = self.ways.turned_out(key, way)
        return [groups[way[key]]] if key in way else list(groups.values())

    def _loose_leaf(self, key: str) -> Bounds:
        applies = self.loosely_present(key)
        place, fact = self._pack.places[key], self._facts.get(key)
        values = [
            exact(self._pack.score(place, level.level)) for level in place.indicator.levels if fact.may_be(level.level)
        ]
        return NOWHERE if applies is False else Bounds(min(values), max(values), applies is None)

    def loosely_present(self, key: str) -> bool | None:
        """Whether an indicator counts, by what is known of its own condition only."""
        return False if self._facts.get(key).state == "not_applicable" else self.ways.conditions.applies(key).value


class Completions:
    """The ranges of an assessment's figures.

    `before` has those of the same pack with other answers to the questions in `touched`, or to what decides about them;
    what these do not touch is taken over.
    """

    def __init__(
        self,
        ways: Ways,
        trees: Sequence[Tree],
        before: Completions | None = None,
        touched: frozenset[str] = frozenset(),
    ) -> None:
        """Work out every range of the figures in these trees."""
        self.ways = ways
        self.conditions = ways.conditions
        self._enumeration = _Enumeration(ways)
        self.spans: dict[str, Span] = dict(before.spans) if before else {}
        changed = frozenset(path for tree in trees for path in tree.above(touched))
        if before:
            self._enumeration.take_over(before._enumeration, touched, changed)
        for node in (node for tree in trees for node in tree.figures):
            if not before or node.path in changed:
                self.spans[node.name] = self._span(node)

    def presence(self, key: str) -> bool | None:
        """Whether an indicator counts: looked at in every way that can occur, where that can be done."""
        if key not in self.ways.loose:
            try:
                return _presence(self._enumeration.leaf(key, {}))
            except TangledError:
                pass
        return self._enumeration.loosely_present(key)

    def _span(self, node: TreeNode) -> Span:
        """The range of a figure; where there are too many ways, with the questions around them taken by themselves."""
        bounds, ways = self._bounds(self._enumeration, node)
        is_loose = any(key in ways.loose and self.conditions.applies(key).value is None for key in node.members)
        return Span(bounds.low or ZERO, bounds.high or ZERO, _presence(bounds), not is_loose)

    def _bounds(self, enumeration: _Enumeration, node: TreeNode) -> tuple[Bounds, Ways]:
        try:
            return enumeration.figure(node), enumeration.ways
        except TangledError as tangled:
            ways = enumeration.ways.without(tangled.keys)
        return self._bounds(_Enumeration(ways), node)


def _presence(bounds: Bounds) -> bool | None:
    return False if bounds.low is None else None if bounds.absent else True


def _bounds(group: AnswerGroup | None) -> Bounds:
    return NOWHERE if group is None else Bounds(group.low, group.high, False)
