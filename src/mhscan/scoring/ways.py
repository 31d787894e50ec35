"""The ways in which the questions that decide about others can still turn out together, for one assessment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace

from mhscan.pack.ladders import ladders_of
from mhscan.scoring.comparisons import deciding_tests
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts
from mhscan.scoring.options import LIMIT, AnswerGroup, TangledError, groups
from mhscan.scoring.outcomes import FALSE, TRUE

Way = Mapping[str, int]
"""For some open deciding questions the number of the group of answers that each has."""
Assigned = tuple[tuple[str, int], ...]
"""A way that can be a key."""


class Ways:
    """What each question can still come to, and which of that goes together.

    A question that others look at, and that is open or may not apply, is a variable: `groups` has what it can still be,
    None for 'does not apply'. Questions in `loose` are left out: nothing is said of when they apply.
    """

    def __init__(self, conditions: Conditions) -> None:
        """Nothing is worked out yet."""
        self.conditions = conditions
        self._deciders = deciders_of(conditions.pack)
        self._rank = {key: n for n, key in enumerate(self._deciders.order)}
        self._groups: dict[str, tuple[AnswerGroup | None, ...]] = {}
        self._holds: dict[tuple[str, Assigned], bool] = {}
        self.loose = self._deciders.around(self._deciders.unclear)

    def with_conditions(self, conditions: Conditions, touched: frozenset[str]) -> Ways:
        """The same over other answers, which touch only these questions."""
        other = copy(self)
        other.conditions = conditions
        other._groups = {key: found for key, found in self._groups.items() if key not in touched}
        other._holds = {at: holds for at, holds in self._holds.items() if at[0] not in touched}
        return other

    def without(self, keys: Iterable[str]) -> Ways:
        """The same, with these questions and those that are tied to them left out too."""
        other = copy(self)
        other.loose = self.loose | self._deciders.around(keys)
        return other

    def groups(self, key: str) -> tuple[AnswerGroup | None, ...]:
        """What a question can still come to: groups of answers, and None where it may not apply.

        Raises:
            TangledError: there are too many.
        """
        if key not in self._groups:
            fact, applies = self.conditions.facts.get(key), self.conditions.applies(key).value
            found: tuple[AnswerGroup | None, ...] = ()
            if applies is not False and fact.state != "not_applicable":
                found = groups(
                    self.conditions.pack, key, fact, deciding_tests(self.conditions.pack, self.conditions.facts, key)
                )
            self._groups[key] = found if applies and found else (*found, None)
        return self._groups[key]

    def variables(self, key: str) -> tuple[str, ...]:
        """The variables on which a question depends, each after those before it; itself last if it is one."""
        if key in self.loose:
            return ()
        behind = [one for one in self._deciders.before([key]) if one in self._deciders.tests]
        return tuple(self.ordered(one for one in behind if len(self.groups(one)) > 1))

    def ordered(self, keys: Iterable[str]) -> list[str]:
        """Deciding questions, each after those on which it depends."""
        return sorted(keys, key=self._rank.__getitem__)

    def possible(self, key: str, way: Way) -> list[int]:
        """The numbers of the groups that a question can have where those on which it depends turn out in this way."""
        return list(self.turned_out(key, way))

    def turned_out(self, key: str, way: Way) -> dict[int, AnswerGroup | None]:
        """The groups that a question can have, by number, with what they come to in this way of the others."""
        groups = dict(enumerate(self.groups(key)))
        if len(groups) > 1:
            applies = self._applies(key, way)
            groups = {n: group for n, group in groups.items() if (group is not None) == applies}
        narrowed = self._by_facts(key, way)
        if narrowed is None:
            return groups
        left = {n: group for n, group in groups.items() if group is None or group.holds in narrowed}
        return {n: group and narrowed[group.holds] for n, group in left.items()}

    def _by_facts(self, key: str, way: Way) -> dict[tuple[bool, ...], AnswerGroup] | None:
        """What an indicator can come to with these facts under it, by what tests say of it; nothing if none decides."""
        facts, ladder = self.conditions.facts, ladders_of(self.conditions.pack).get(key)
        fact = facts.get(key)
        chosen = [one for one in ladder.keys if one in way] if ladder and fact.value is None else []
        if not chosen or ladder is None:
            return None
        seen = {one: (facts.get(one).value, facts.get(one).below) for one in ladder.keys}
        seen |= {one: (group.lowest.value, None) for one in chosen if (group := self.groups(one)[way[one]])}
        tests = self._deciders.tests.get(key, ())
        narrowed = groups(self.conditions.pack, key, replace(fact, within=ladder.levels(seen, facts.date)), tests)
        return {group.holds: group for group in narrowed}

    def _applies(self, key: str, way: Way) -> bool:
        """Whether a question applies where those that it looks at have the first answer of their group."""
        applies = self.conditions.applies(key).value
        if applies is not None:
            return applies
        behind = self._deciders.of[key]
        at = key, tuple((one, way[one]) for one in behind if one in way)
        if at not in self._holds:
            chosen = {one: self.groups(one)[way.get(one, 0)] for one in behind}
            answers = {one: group.lowest for one, group in chosen.items() if group is not None}
            facts = Facts(answers, date=self.conditions.facts.date)
            known = {one: FALSE if group is None else TRUE for one, group in chosen.items()}
            self._holds[at] = Conditions(self.conditions.pack, facts, applies=known).applies(key).value is True
        return self._holds[at]

    def all(self, keys: Sequence[str], given: Way) -> list[dict[str, int]]:
        """Every way in which these variables can turn out together, where others have turned out as given.

        Each of `keys` stands after those on which it depends, as far as these are not among the given ones.

        Raises:
            TangledError: there are more than `LIMIT`.
        """
        ways = [dict(given)]
        for key in keys:
            ways = [{**way, key: n} for way in ways for n in self.possible(key, way)]
            if len(ways) > LIMIT:
                raise TangledError(keys)
        return ways
