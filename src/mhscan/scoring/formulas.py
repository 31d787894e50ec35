"""What conditions come to for each way in which the open answers can turn out.

With the answers of one assessment filled in, what is left of a condition is true, false, or a formula over the
questions that are still open. Unlike an outcome of `mhscan.scoring.conditions`, a formula can be tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from mhscan.base import CONTEXT, SUBJECT
from mhscan.conditions import All, AnyOf, Condition, ContextTest, CountOf, Each, IndicatorTest, Not, SubjectTest
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import Deciders, Test, deciders_of, each_place
from mhscan.scoring.facts import Facts
from mhscan.scoring.options import LIMIT, Group, TangledError, groups

States = Mapping[str, int]
"""For each open question the number of one of the groups of answers that it can still have."""


@dataclass(frozen=True)
class Formula:
    """Whether a condition holds, as a function of the open questions in `keys`."""

    keys: tuple[str, ...]
    holds: Callable[[States], bool]


Folded = bool | Formula


class Formulas:
    """The conditions of a pack, with what is known of one assessment filled in.

    A question that others look at, and that is open or may not apply, is a variable: `groups` has what it can still be,
    None for 'does not apply'. Questions in `loose` are left out: nothing is said of when they apply.
    """

    def __init__(
        self, pack: Pack, facts: Facts, loose: frozenset[str] = frozenset(), deciders: Deciders | None = None
    ) -> None:
        """Fill in the answers."""
        self._pack = pack
        self._facts = facts
        self._deciders = deciders or deciders_of(pack)
        self.loose = loose
        self._groups: dict[str, tuple[Group | None, ...]] = {}
        self._applies: dict[str, Folded] = {}
        self._fold_all()

    def with_facts(self, facts: Facts, touched: frozenset[str]) -> Formulas:
        """The same over other facts, which touch only these questions."""
        other = copy(self)
        other._facts = facts
        other._groups = {key: found for key, found in self._groups.items() if key not in touched}
        other._applies = {key: found for key, found in self._applies.items() if key not in touched}
        other._fold_all()
        return other

    def without(self, loose: frozenset[str]) -> Formulas:
        """The same, with these questions left out too."""
        other = copy(self)
        other.loose = loose
        return other

    def _fold_all(self) -> None:
        # Each question after those on which it depends, so that a long chain is no deep recursion.
        for key in self._deciders.order:
            if key not in self.loose:
                self.applies(key)

    def applies(self, key: str) -> Folded:
        """When a question applies."""
        if key not in self._applies:
            condition = self._pack.applies_if(key)
            self._applies[key] = True if condition is None else self.fold(condition)
        return self._applies[key]

    def groups(self, key: str) -> tuple[Group | None, ...]:
        """What a question can still come to: groups of answers, and None where it may not apply."""
        if key not in self._groups:
            fact, applies = self._facts.get(key), self.applies(key)
            if applies is False or fact.state == "not_applicable":
                found: tuple[Group | None, ...] = (None,)
            else:
                found = groups(self._pack, key, fact, self._deciders.tests.get(key, ()))
                found = found if applies is True else (*found, None)
            self._groups[key] = found
        return self._groups[key]

    def is_variable(self, key: str) -> bool:
        """Whether others look at a question that can still come to more than one thing."""
        return key in self._deciders.tests and len(self.groups(key)) > 1

    def before(self, keys: Iterable[str]) -> list[str]:
        """The variables among these questions and all on which they depend."""
        return [key for key in self._deciders.before(keys) if key not in self.loose and self.is_variable(key)]

    def states(self, key: str, way: States) -> list[int]:
        """The numbers of the groups that a question can have where those on which it depends turn out in this way."""
        groups = self.groups(key)
        if groups == (None,):
            return [0]
        applies = self.applies(key)
        holds = applies.holds(way) if isinstance(applies, Formula) else applies
        return [n for n, group in enumerate(groups) if (group is not None) == holds]

    def ways(self, keys: Sequence[str], given: States) -> list[dict[str, int]]:
        """Every way in which these variables can turn out together, where others have turned out as given.

        Each of `keys` stands after those on which it depends, as far as these are not among the given ones.

        Raises:
            TangledError: there are more than `LIMIT`.
        """
        ways = [dict(given)]
        for key in keys:
            ways = [{**way, key: n} for way in ways for n in self.states(key, way)]
            if len(ways) > LIMIT:
                raise TangledError(keys)
        return ways

    def fold(self, condition: Condition) -> Folded:
        """What is left of a condition."""
        return _KINDS[type(condition)](self, condition)

    def _all(self, condition: All) -> Folded:
        return _several([self.fold(one) for one in condition.all], len(condition.all), None)

    def _any(self, condition: AnyOf) -> Folded:
        return _several([self.fold(one) for one in condition.any], 1, None)

    def _not(self, condition: Not) -> Folded:
        inner = self.fold(condition.not_)
        return _negated(inner) if isinstance(inner, Formula) else not inner

    def _count(self, condition: CountOf) -> Folded:
        each = condition.count_of
        parts = (
            [self._test(place.id, each) for place in each_place(self._pack, each)]
            if isinstance(each, Each)
            else [self.fold(one) for one in each]
        )
        return _several(parts, condition.at_least or 0, condition.at_most)

    def _test(self, key: str, test: Test) -> Folded:
        found = [_meets(group, test) for group in self.groups(key)]
        if len(set(found)) == 1:
            return found[0]
        return Formula((key,), lambda states: found[states[key]])


def _meets(group: Group | None, test: Test) -> bool:
    return test.state == "not_applicable" if group is None else group.holds[id(test)]


def _negated(inner: Formula) -> Formula:
    return Formula(inner.keys, lambda states: not inner.holds(states))


def _several(parts: Sequence[Folded], least: int, most: int | None) -> Folded:
    """Whether the number of parts that hold lies within limits."""
    sure = sum(part is True for part in parts)
    open_ = [part for part in parts if isinstance(part, Formula)]
    top = len(parts) if most is None else most
    if sure > top or sure + len(open_) < least:
        return False
    if sure >= least and sure + len(open_) <= top:
        return True
    keys = tuple(dict.fromkeys(key for part in open_ for key in part.keys))
    return Formula(keys, lambda states: least <= sure + sum(part.holds(states) for part in open_) <= top)


def _level(formulas: Formulas, condition: IndicatorTest) -> Folded:
    return formulas._test(condition.indicator, condition)


def _context(formulas: Formulas, condition: ContextTest) -> Folded:
    return formulas._test(CONTEXT + condition.context, condition)


def _subject(formulas: Formulas, condition: SubjectTest) -> Folded:
    return formulas._test(SUBJECT + condition.subject, condition)


_KINDS: dict[type, Callable[[Formulas, Any], Folded]] = {
    All: Formulas._all,
    AnyOf: Formulas._any,
    Not: Formulas._not,
    CountOf: Formulas._count,
    IndicatorTest: _level,
    ContextTest: _context,
    SubjectTest: _subject,
}
