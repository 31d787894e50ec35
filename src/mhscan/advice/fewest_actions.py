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
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from typing import Literal

from mhscan.advice.dependencies import asks_score, indicators_behind
from mhscan.advice.search import FREE, Cost, Group, Levels, Step, Way, add
from mhscan.conditions import Condition
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import Facts

MOST = 5_000
"""How many states of one group are looked at before a good way is taken for the best one."""

Blocked = Literal["no_action", "blocked"]


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


def _search_group(group: Group) -> tuple[tuple[Step, ...], dict[str, Blocked], bool]:
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


def _aiming(group: Group, wanted: Mapping[str, int]) -> Group:
    return Group(group.pack, group.facts, group.keys, wanted, group.scored, group.conditions)


def _leads_there(group: Group, key: str) -> bool:
    return any(action.to >= group.wanted[key] for action in group.pack.places[key].indicator.actions)


def _search(group: Group) -> tuple[Way | None, bool]:
    """The cheapest way, and that it is; or a good way where there are too many to look at."""
    found, done = _first(group, lambda way: add(way.cost, group.left(way.levels)))
    if done:
        return found, True
    return _first(group, lambda way: (len(group.low(way.levels)), Fraction(way.cost[0]), 0, 0))[0], False


def _first(group: Group, rank: Callable[[Way], Cost]) -> tuple[Way | None, bool]:
    """The first way to the goal in the order of a rank, if there is one; and whether that was known in time."""
    begin = Way(FREE, group.start)
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


def _groups(pack: Pack, facts: Facts, wanted: Mapping[str, int]) -> Iterator[Group]:
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
        leans = {other for one in conditions for other in indicators_behind(pack, one)}
        todo += leans
        merged = {key, *leans}.union(*(together[one] for one in {key, *leans} if one in together))
        together |= dict.fromkeys(merged, merged)
    done: set[str] = set()
    for key in wanted:
        if key not in done:
            done |= together[key]
            keys = tuple(one for one in pack.places if one in together[key])
            yield Group(pack, facts, keys, {one: wanted[one] for one in wanted if one in together[key]}, scored)


def _conditions_of(pack: Pack, key: str) -> list[Condition]:
    applies = pack.applies_if(key)
    needs = [one for action in pack.places[key].indicator.actions for one in action.requires]
    return [*needs, applies] if applies is not None else needs
