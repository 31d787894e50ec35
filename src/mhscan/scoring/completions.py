"""The range of every figure: the lowest and highest over every way to complete the answers.

Each mean becomes a table over the open questions that also decide about something outside it; the others are chosen
away inside it. Where open questions are tied to each other in more ways than can be looked at (`LIMIT`), the questions
around them are taken as if each could apply or not by itself. That range is sound, but can be too wide: it is marked as
not exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts
from mhscan.scoring.formulas import Formulas
from mhscan.scoring.means import ZERO, exact
from mhscan.scoring.options import Group
from mhscan.scoring.ranges import Ends, Weighted, extreme
from mhscan.scoring.tables import ABSENT, Cell, Scope, Table, TangledError, plan, solve
from mhscan.scoring.trees import Node, Path, Tree

LOW, HIGH = 1, -1
ONE = Fraction(1)
NOWHERE = Table((), {(): ABSENT})


@dataclass(frozen=True)
class Span:
    """What a figure can still become: its lowest and highest, 0-100, and whether it counts for sure (None: open).

    `exact` is False where the range may be wider than what is possible.
    """

    low: Fraction
    high: Fraction
    present: bool | None
    exact: bool


Two = tuple[Table, Table]
"""Something at its lowest and at its highest; one and the same table twice where it is known and counts for sure."""
Tables = dict[Path, Two]


class Completions:
    """The ranges of an assessment's figures; `applies` says of a question whether it applies, as far as is known.

    `before` has those of the same pack with other answers to the questions in `touched`, or to what decides about them;
    what these do not touch is taken over. `formulas` has the conditions of the same facts, if at hand.
    """

    def __init__(
        self,
        pack: Pack,
        facts: Facts,
        applies: Callable[[str], bool | None],
        trees: Sequence[Tree],
        before: Completions | None = None,
        touched: frozenset[str] = frozenset(),
        formulas: Formulas | None = None,
    ) -> None:
        """Work out every range of the figures in these trees."""
        self._pack = pack
        self._trees = trees
        self._facts = facts
        self._applies = applies
        self._deciders = deciders_of(pack)
        self._loose = self._deciders.around(self._deciders.unclear)
        while True:
            try:
                fits = before is not None and before._loose == self._loose
                self.formulas = self._filled_in(before if fits else None, touched, formulas)
                self._work_out(before if fits else None, touched)
                break
            except TangledError as tangled:
                self._loose |= self._deciders.around(tangled.keys)

    def _filled_in(self, before: Completions | None, touched: frozenset[str], known: Formulas | None) -> Formulas:
        """The conditions with the answers filled in."""
        if before is not None:
            return before.formulas.with_facts(self._facts, touched)
        if known is not None and known.loose == self._loose:
            return known
        return Formulas(self._pack, self._facts, self._loose)

    def _work_out(self, before: Completions | None, touched: frozenset[str]) -> None:
        self._tables: list[Tables] = []
        self.spans: dict[str, Span] = {} if before is None else dict(before.spans)
        for n, tree in enumerate(self._trees):
            changed = None if before is None else tree.above(touched)
            if before is not None and not changed:
                self._tables.append(before._tables[n])
                continue
            done: Tables = {} if before is None else dict(before._tables[n])
            self._tables.append(done)
            for node in tree.root.all_nodes:
                if changed is None or node.path in changed:
                    self._node(tree, node, done)

    def presence(self, key: str) -> bool | None:
        """Whether an indicator counts: looked at in every way that can occur, where that can be done."""
        if key in self._loose:
            return False if self._facts.get(key).state == "not_applicable" else self._applies(key)
        cell = self._alone(self._leaf(key)[0], LOW, lambda one: one != key)
        return False if cell.value is None else None if cell.absent else True

    def _node(self, tree: Tree, node: Node, tables: Tables) -> None:
        """The tables of one mean, and its range where it gives a figure."""
        parts = self._parts(tree, node, tables)
        low = high = self._mean(tree, node, LOW, [(two[0], weight) for two, weight in parts])
        if any(two[0] is not two[1] or two[0].scope for two, _weight in parts):
            high = self._mean(tree, node, HIGH, [(two[1], weight) for two, weight in parts])
        tables[node.path] = low, high
        if node.path in tree.own:
            self.spans[node.name] = self._span(tree, node, tables[node.path])

    def _parts(self, tree: Tree, node: Node, tables: Tables) -> list[tuple[Two, Fraction]]:
        """What a mean is made of, with what it weighs."""
        places = self._pack.places
        return [
            *((self._leaf(key), exact(places[key].indicator.weight)) for key in node.leaves),
            *((tables[one.path], one.weight) for one in node.nodes),
            *(((table, table), ONE) for table in map(self._question, self._questions(tree, node))),
        ]

    def _mean(self, tree: Tree, node: Node, sign: int, parts: Sequence[Weighted]) -> Table:
        parts = [(table, weight) for table, weight in parts if table.scope or table.cells[()].value is not None]
        scope = dict.fromkeys(key for table, _weight in parts for key in table.scope)
        keep = tuple(key for key in scope if len(tree.settled[key]) < len(node.path))
        return extreme(parts, node.mean, sign, keep, self._sizes(scope)) if parts else NOWHERE

    def _span(self, tree: Tree, node: Node, two: Two) -> Span:
        low, high = (self._figure(tree, node, table, sign) for table, sign in zip(two, (LOW, HIGH), strict=True))
        present = False if low.value is None else None if low.absent else True
        is_loose = bool(self._loose) and any(key in self._loose and self._applies(key) is None for key in node.members)
        return Span(low.value or ZERO, high.value or ZERO, present, not is_loose)

    def _questions(self, tree: Tree, node: Node) -> list[str]:
        """The questions that decide about this mean, and count in no mean of its tree."""
        return [key for key in tree.asked_at.get(node.path, ()) if self._is_variable(key)]

    def _is_variable(self, key: str) -> bool:
        return key not in self._loose and self.formulas.is_variable(key)

    def _sizes(self, keys: Iterable[str]) -> dict[str, int]:
        return {key: len(self.formulas.groups(key)) for key in keys}

    def _leaf(self, key: str) -> Two:
        """What an indicator comes to."""
        if key in self._loose:
            return Table((), {(): self._loose_leaf(key, LOW)}), Table((), {(): self._loose_leaf(key, HIGH)})
        scope, rows = self.formulas.rows(key)
        low = high = Table(scope, {at: _cell(group, LOW) for at, group in rows})
        if any(group is not None and group.low != group.high for _at, group in rows):
            high = Table(scope, {at: _cell(group, HIGH) for at, group in rows})
        return low, high

    def _loose_leaf(self, key: str, sign: int) -> Cell:
        applies = self.presence(key)
        place, fact = self._pack.places[key], self._facts.get(key)
        worth = {one.level: exact(one.score) for one in self._pack.scale(place).levels}
        values = [worth[level.level] for level in place.indicator.levels if fact.value in (None, level.level)]
        return ABSENT if applies is False else Cell(min(values) if sign == LOW else max(values), applies is None)

    def _question(self, key: str) -> Table:
        """In which ways a question can come out; by itself it counts nowhere."""
        scope, rows = self.formulas.rows(key)
        return Table(scope, {at: ABSENT for at, _group in rows})

    def _figure(self, tree: Tree, node: Node, table: Table, sign: int) -> Cell:
        inside = {key for key, at in tree.at.items() if at[: len(node.path)] == node.path} if table.scope else set()
        return self._alone(table, sign, lambda key: key not in inside)

    def _alone(self, table: Table, sign: int, outside: Callable[[str], bool]) -> Cell:
        """The best that a table holds, over what is possible for the questions in its scope and those before them."""
        if not table.scope:
            return table.cells[()]
        before = [key for key in self.formulas.before(table.scope) if outside(key)]
        tables = [table, *(self._question(key) for key in before)]
        scopes: list[Scope] = [one.scope for one in tables]
        order = plan(scopes, self._sizes({key for scope in scopes for key in scope}))
        pick = min if sign == LOW else max
        return solve(tables, order, Ends(pick, pick)) or ABSENT


def _cell(group: Group | None, sign: int) -> Cell:
    return ABSENT if group is None else Cell(group.low if sign == LOW else group.high, False)
