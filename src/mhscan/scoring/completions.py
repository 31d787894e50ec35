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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mhscan.pack.pack import Pack
from mhscan.scoring.bounds import NOWHERE, Bounds, any_of, mean_bounds
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts
from mhscan.scoring.formulas import Formulas, States
from mhscan.scoring.means import ZERO, exact
from mhscan.scoring.options import Group, TangledError
from mhscan.scoring.trees import Node, Path, Tree

Assigned = tuple[tuple[str, int], ...]
"""Deciding questions with the number of the group of answers that each has."""
Applies = Callable[[str], bool | None]
"""Whether a question applies, as far as is known."""


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
    """The bounds of means over every way in which the questions can turn out that `formulas` does not leave out.

    Whatever is worked out is kept by what it hangs on: the mean or indicator, and the deciders behind it.
    """

    def __init__(self, pack: Pack, facts: Facts, applies: Applies, formulas: Formulas) -> None:
        self._pack = pack
        self._facts = facts
        self._applies = applies
        self.formulas = formulas
        self._rank = {key: n for n, key in enumerate(deciders_of(pack).order)}
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

    def figure(self, node: Node) -> Bounds:
        """A mean over every way in which its shared deciders can turn out.

        Raises:
            TangledError: there are too many.
        """
        shared = [key for key, parts in self._reached(node).items() if parts > 1]
        return any_of(self._mean(node, way) for way in self.formulas.ways(shared, {}))

    def _mean(self, node: Node, way: States) -> Bounds:
        """A mean where the shared deciders of the figure have turned out in this way."""
        at = node.path, tuple((key, way[key]) for key in self._reached(node) if key in way)
        if at not in self._means:
            parts = [(self.leaf(key, way), exact(self._pack.places[key].indicator.weight)) for key in node.leaves]
            parts += [(self._mean(part, way), part.weight) for part in node.nodes]
            self._means[at] = mean_bounds(parts, node.mean)
        return self._means[at]

    def _reached(self, node: Node) -> Counter[str]:
        """The open deciders behind a mean, each after those before it, with the number of its indicators they reach.

        An indicator that others look at is a decider too: it reaches itself.
        """
        if node.path not in self._reach:
            parts = Counter(key for member in node.members for key in self._behind(member))
            self._reach[node.path] = Counter({key: parts[key] for key in self._in_order(parts)})
        return self._reach[node.path]

    def _behind(self, key: str) -> tuple[str, ...]:
        """The open deciders behind a question, each after those before it; itself last if it is one."""
        if key not in self._variables:
            before = () if key in self.formulas.loose else self._in_order(self.formulas.before([key]))
            self._variables[key] = tuple(before)
        return self._variables[key]

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        return sorted(keys, key=self._rank.__getitem__)

    def leaf(self, key: str, way: States) -> Bounds:
        """What an indicator can come to where these deciders have turned out in this way.

        Raises:
            TangledError: there are too many ways in which the others can.
        """
        if key in self.formulas.loose:
            return self._loose_leaf(key)
        variables = self._behind(key)
        if not variables:
            return any_of(_bounds(group) for group in self._groups(key, {}))
        at = key, tuple((decider, way[decider]) for decider in variables if decider in way)
        if at not in self._leaves:
            own = [decider for decider in variables if decider not in way]
            ways = self.formulas.ways(own, dict(at[1]))
            self._leaves[at] = any_of(_bounds(group) for each in ways for group in self._groups(key, each))
        return self._leaves[at]

    def _groups(self, key: str, way: States) -> list[Group | None]:
        groups = self.formulas.groups(key)
        return [groups[way[key]]] if key in way else [groups[n] for n in self.formulas.states(key, way)]

    def _loose_leaf(self, key: str) -> Bounds:
        applies = self.loosely_present(key)
        place, fact = self._pack.places[key], self._facts.get(key)
        worth = {level.level: exact(level.score) for level in self._pack.scale(place).levels}
        values = [worth[level.level] for level in place.indicator.levels if fact.value in (None, level.level)]
        return NOWHERE if applies is False else Bounds(min(values), max(values), applies is None)

    def loosely_present(self, key: str) -> bool | None:
        """Whether an indicator counts, by what is known of its own condition only."""
        return False if self._facts.get(key).state == "not_applicable" else self._applies(key)


class Completions:
    """The ranges of an assessment's figures.

    `before` has those of the same pack with other answers to the questions in `touched`, or to what decides about them;
    what these do not touch is taken over. `formulas` has the conditions of the same facts, if at hand.
    """

    def __init__(
        self,
        pack: Pack,
        facts: Facts,
        applies: Applies,
        trees: Sequence[Tree],
        before: Completions | None = None,
        touched: frozenset[str] = frozenset(),
        formulas: Formulas | None = None,
    ) -> None:
        """Work out every range of the figures in these trees."""
        self._pack = pack
        self._facts = facts
        self._applies = applies
        self.formulas = formulas or _filled_in(pack, facts, before, touched)
        self._ways = self._enumeration(self.formulas)
        self.spans: dict[str, Span] = {}
        changed = None
        if before is not None and before.formulas.loose == self.formulas.loose:
            changed = frozenset(path for tree in trees for path in tree.above(touched))
            self._ways.take_over(before._ways, touched, changed)
            self.spans |= before.spans
        for node in (node for tree in trees for node in tree.figures):
            if changed is None or node.path in changed:
                self.spans[node.name] = self._span(node)

    def _enumeration(self, formulas: Formulas) -> _Enumeration:
        return _Enumeration(self._pack, self._facts, self._applies, formulas)

    def presence(self, key: str) -> bool | None:
        """Whether an indicator counts: looked at in every way that can occur, where that can be done."""
        if key not in self.formulas.loose:
            try:
                return _presence(self._ways.leaf(key, {}))
            except TangledError:
                pass
        return self._ways.loosely_present(key)

    def _span(self, node: Node) -> Span:
        """The range of a figure; where there are too many ways, with the questions around them taken by themselves."""
        bounds, loose = self._bounds(self._ways, node)
        is_loose = bool(loose) and any(key in loose and self._applies(key) is None for key in node.members)
        return Span(bounds.low or ZERO, bounds.high or ZERO, _presence(bounds), not is_loose)

    def _bounds(self, ways: _Enumeration, node: Node) -> tuple[Bounds, frozenset[str]]:
        """The bounds of a figure, and the questions that were taken by themselves."""
        try:
            return ways.figure(node), ways.formulas.loose
        except TangledError as tangled:
            loose = ways.formulas.loose | deciders_of(self._pack).around(tangled.keys)
        return self._bounds(self._enumeration(ways.formulas.without(loose)), node)


def _filled_in(pack: Pack, facts: Facts, before: Completions | None, touched: frozenset[str]) -> Formulas:
    """The conditions with the answers filled in; without those that cannot be looked at in every way."""
    deciders = deciders_of(pack)
    loose = deciders.around(deciders.unclear)
    while True:
        try:
            if before is not None:
                return before.formulas.with_facts(facts, touched)
            return Formulas(pack, facts, loose)
        except TangledError as tangled:
            before = None
            loose |= deciders.around(tangled.keys)


def _presence(bounds: Bounds) -> bool | None:
    return False if bounds.low is None else None if bounds.absent else True


def _bounds(group: Group | None) -> Bounds:
    return NOWHERE if group is None else Bounds(group.low, group.high, False)
