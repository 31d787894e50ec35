"""The fewest actions that bring indicators to a level.

An action raises its indicator to the level `to`, from any below it, once all that it requires is true. What is asked
for is a sequence of actions after which each wanted indicator that applies stands at its level or above. Among all of
these the one is chosen with, in this order: the fewest actions; the least effort together; the lowest levels together;
the actions that stand first in the model.

Indicators that do not lean on each other are searched apart. Each group is searched by A* (Hart, Nilsson and Raphael,
1968), which finds the cheapest way for certain as long as its estimate is never too high. A group that is too large to
search through gets a good way instead of the best one; then `exact` is false.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from itertools import count
from typing import Literal

from mhscan.advice.actions import effort_size
from mhscan.advice.leaning import asks_score, leans_on
from mhscan.conditions import Condition
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.scores import score

MOST = 5_000
"""How many states of one group are looked at before a good way is taken for the best one."""

Cost = tuple[int, Fraction, int, int]
Levels = tuple[int | None, ...]
Blocked = Literal["no_action", "blocked"]


@dataclass(frozen=True)
class Step:
    """An action that raises an indicator from a level."""

    place: Place
    action: Action
    level: int

    @property
    def id(self) -> str:
        """The full id of the action."""
        return f"{self.place.factor.id}.{self.action.id}"


@dataclass(frozen=True)
class Shortest:
    """The actions, in an order in which they can be done; and the indicators that no actions can bring there.

    `out_of_reach` says why: no action leads that high, or what the actions require cannot become true.
    """

    steps: tuple[Step, ...]
    out_of_reach: Mapping[str, Blocked]
    exact: bool

    @property
    def levels(self) -> dict[str, int]:
        """The level of each indicator that is raised, when all is done."""
        return {step.place.id: step.action.to for step in self.steps}


@dataclass(frozen=True)
class _Way:
    """A sequence of actions on its way to the goal."""

    cost: Cost
    levels: Levels
    steps: tuple[Step, ...] = ()


@dataclass
class _Group:
    """Indicators that lean on each other, with the levels that are wanted of some of them."""

    pack: Pack
    facts: Facts
    keys: tuple[str, ...]
    wanted: Mapping[str, int]
    scored: bool
    conditions: dict[Levels, Conditions] = field(default_factory=dict)

    @property
    def start(self) -> Levels:
        return tuple(level_of(self.facts, key) for key in self.keys)

    @cached_property
    def steady(self) -> tuple[str, ...]:
        """The wanted indicators that apply whatever is done: each that is too low takes an action of its own."""
        return tuple(key for key in self.wanted if not self._may_come_and_go(key))

    def _may_come_and_go(self, key: str) -> bool:
        condition = self.pack.applies_if(key)
        return condition is not None and bool(leans_on(self.pack, condition))

    def under(self, levels: Levels) -> Conditions:
        """The conditions when the indicators stand at these levels."""
        if levels not in self.conditions:
            facts = raised(self.facts, dict(zip(self.keys, levels, strict=True)))
            self.conditions[levels] = (
                score(self.pack, facts, frozenset(self.pack.places)).conditions
                if self.scored
                else Conditions(self.pack, facts)
            )
        return self.conditions[levels]

    def low(self, levels: Levels) -> list[str]:
        """The wanted indicators that apply, or may apply, and stand too low."""
        at = dict(zip(self.keys, levels, strict=True))
        conditions = self.under(levels)
        return [key for key in self.wanted if _is_low(at[key], self.wanted[key]) and _applies(conditions, key)]

    def ways_on(self, way: _Way) -> Iterator[_Way]:
        """The way with each action that can be done next."""
        conditions = self.under(way.levels)
        for n, key in enumerate(self.keys):
            level = way.levels[n]
            if level is None or not _applies(conditions, key):
                continue
            place = self.pack.places[key]
            for action in place.indicator.actions:
                if action.to > level and all(conditions.evaluate(one).value is True for one in action.requires):
                    levels = (*way.levels[:n], action.to, *way.levels[n + 1 :])
                    step = Step(place, action, level)
                    yield _Way(_add(way.cost, self.cost(place, action)), levels, (*way.steps, step))

    def cost(self, place: Place, action: Action) -> Cost:
        """What an action adds; the last part is less for two actions that stand earlier, taken together."""
        order = self.order
        turn = (1 << len(order)) - (1 << len(order) - 1 - order[f"{place.factor.id}.{action.id}"])
        return 1, effort_size(self.pack, action), action.to, turn

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each action in the order of the model."""
        ids = (f"{place.factor.id}.{one.id}" for place in self.pack.places.values() for one in place.indicator.actions)
        return {key: n for n, key in enumerate(ids)}

    def left(self, levels: Levels) -> Cost:
        """The least that is surely still to be paid: the cheapest action for each steady indicator that is too low."""
        at = dict(zip(self.keys, levels, strict=True))
        total: Cost = _FREE
        for key in self.steady:
            if _is_low(at[key], self.wanted[key]):
                total = _add(total, self.cheapest[key])
        return total

    @cached_property
    def cheapest(self) -> dict[str, Cost]:
        """The cheapest action that brings each wanted indicator there, whatever it requires."""
        places = [self.pack.places[key] for key in self.wanted]
        return {
            place.id: min(
                (self.cost(place, one) for one in place.indicator.actions if one.to >= self.wanted[place.id]),
                default=_FREE,
            )
            for place in places
        }


_FREE: Cost = (0, Fraction(0), 0, 0)


def shortest(pack: Pack, facts: Facts, wanted: Mapping[str, int]) -> Shortest:
    """The fewest actions that bring each wanted indicator to its level; see above.

    Each indicator must be answered in the facts, or be set aside as not applicable.
    """
    steps: list[Step] = []
    out: dict[str, Blocked] = {}
    exact = True
    for group in _groups(pack, facts, wanted):
        found, lost, sure = _search_group(group)
        steps += found
        out |= lost
        exact = exact and sure
    return Shortest(tuple(steps), out, exact)


def _search_group(group: _Group) -> tuple[tuple[Step, ...], dict[str, Blocked], bool]:
    """The actions for one group, what cannot be reached in it, and whether no shorter way exists."""
    low = group.low(group.start)
    out: dict[str, Blocked] = {key: "no_action" for key in group.steady if key in low and not _leads_there(group, key)}
    within = _aiming(group, {key: level for key, level in group.wanted.items() if key not in out})
    way, exact = _search(within)
    if way is None:
        reachable: dict[str, int] = {}
        for key, level in within.wanted.items():
            # One after another: two that can be reached apart may keep each other from being reached together.
            if _search(_aiming(group, {**reachable, key: level}))[0]:
                reachable[key] = level
            else:
                out[key] = "blocked" if _leads_there(group, key) else "no_action"
        way, exact = _search(_aiming(group, reachable))
    return way.steps if way else (), out, exact


def _aiming(group: _Group, wanted: Mapping[str, int]) -> _Group:
    return _Group(group.pack, group.facts, group.keys, wanted, group.scored, group.conditions)


def _leads_there(group: _Group, key: str) -> bool:
    return any(action.to >= group.wanted[key] for action in group.pack.places[key].indicator.actions)


def _search(group: _Group) -> tuple[_Way | None, bool]:
    """The cheapest way, and that it is; or a good way where there are too many to look at."""
    found, done = _first(group, lambda way: _add(way.cost, group.left(way.levels)))
    if done:
        return found, True
    return _first(group, lambda way: (len(group.low(way.levels)), Fraction(way.cost[0]), 0, 0))[0], False


def _first(group: _Group, rank: Callable[[_Way], Cost]) -> tuple[_Way | None, bool]:
    """The first way to the goal in the order of a rank, if there is one; and whether that was known in time."""
    begin = _Way(_FREE, group.start)
    number = count()
    waiting = [(rank(begin), next(number), begin)]
    best: dict[Levels, Cost] = {begin.levels: begin.cost}
    for _turn in range(MOST):
        if not waiting:
            return None, True
        _rank, _number, way = heapq.heappop(waiting)
        if way.cost > best[way.levels]:
            continue
        if not group.low(way.levels):
            return way, True
        for on in group.ways_on(way):
            if on.levels not in best or on.cost < best[on.levels]:
                best[on.levels] = on.cost
                heapq.heappush(waiting, (rank(on), next(number), on))
    return None, False


def _groups(pack: Pack, facts: Facts, wanted: Mapping[str, int]) -> Iterator[_Group]:
    """The wanted indicators with all that they lean on, in groups that have nothing to do with each other."""
    scored = False
    together: dict[str, set[str]] = {}
    todo = list(wanted)
    seen: set[str] = set()
    while todo:
        key = todo.pop()
        if key in seen:
            continue
        seen.add(key)
        conditions = _conditions_of(pack, key)
        scored = scored or any(asks_score(one) for one in conditions)
        leans = {other for one in conditions for other in leans_on(pack, one)}
        todo += leans
        merged = {key, *leans}.union(*(together[one] for one in {key, *leans} if one in together))
        together |= dict.fromkeys(merged, merged)
    done: set[str] = set()
    for key in wanted:
        if key not in done:
            done |= together[key]
            keys = tuple(one for one in pack.places if one in together[key])
            yield _Group(pack, facts, keys, {one: wanted[one] for one in wanted if one in together[key]}, scored)


def _conditions_of(pack: Pack, key: str) -> list[Condition]:
    applies = pack.applies_if(key)
    needs = [one for action in pack.places[key].indicator.actions for one in action.requires]
    return [*needs, applies] if applies is not None else needs


def level_of(facts: Facts, key: str) -> int | None:
    """The level that an indicator stands at; nothing where it has none."""
    value = facts.get(key).value
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def raised(facts: Facts, levels: Mapping[str, int | None]) -> Facts:
    """The facts with other levels; who carries an indicator stays."""
    changed = {
        key: Fact("answered", level, facts.get(key).carried) for key, level in levels.items() if level is not None
    }
    return Facts({**facts.by_key, **changed}, facts.left_out)


def _is_low(level: int | None, wanted: int) -> bool:
    return level is not None and level < wanted


def _applies(conditions: Conditions, key: str) -> bool:
    return conditions.applies(key).value is not False


def _add(one: Cost, other: Cost) -> Cost:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
