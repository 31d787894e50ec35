"""The fewest actions that bring indicators to a level.

An action raises its indicator to the level `to`, from any below it, once all that it requires is true. What is asked
for is a sequence of actions after which each wanted indicator that applies stands at its level or above. Among all of
these the one is chosen with, in this order: the fewest actions; the least effort together; the lowest levels together;
the actions that stand first in the model.

Indicators that do not depend on each other are searched apart. Each component is searched by A* (Hart, Nilsson and
Raphael, 1968), which finds the cheapest plan for certain as long as its lower bound is never too high. A component that
is too large to search through gets a good plan instead of the best one; then `exact` is false.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from mhscan.advice.component import ActionStep, Blocked, Component, Cost, Levels, SearchNode, Wanted, add
from mhscan.advice.dependence import conditions_of, indicators_behind
from mhscan.conditions import score_tests
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import reached
from mhscan.scoring.facts import Facts

MOST = 5_000
"""How many states of one component are looked at before a good plan is taken for the best one."""


@dataclass(frozen=True)
class Shortest:
    """The actions, in an order in which they can be done; and the indicators that no actions can bring there.

    `out_of_reach` says why: no action leads that high, what the actions require cannot become true, or the effect of
    all that lead there depends on others.
    """

    steps: tuple[ActionStep, ...]
    out_of_reach: Mapping[str, Blocked]
    exact: bool

    @property
    def levels(self) -> dict[str, int]:
        """The level of each indicator that is raised, when all is done."""
        return {step.place.id: step.action.to for step in self.steps}


def shortest(pack: Pack, facts: Facts, wanted: Wanted) -> Shortest:
    """The fewest actions that bring each wanted indicator to its level; see above.

    Each indicator must be answered in the facts, or be set aside as not applicable.
    """
    steps: list[ActionStep] = []
    out_of_reach: dict[str, Blocked] = {}
    exact = True
    for component in _components(pack, facts, wanted):
        plan, blocked, is_best = _solved(component, {key: wanted[key] for key in wanted if key in component.keys})
        steps += plan.steps
        out_of_reach |= blocked
        exact = exact and is_best
    return Shortest(tuple(steps), out_of_reach, exact)


def _solved(component: Component, wanted: Wanted) -> tuple[SearchNode, dict[str, Blocked], bool]:
    """The plan for one component, what cannot be reached in it, and whether no shorter plan exists."""
    blocked: dict[str, Blocked] = {
        key: component.why_blocked(key, wanted[key])
        for key in component.too_low(component.start.levels, wanted)
        if component.applies_always(key) and component.without_action(key, wanted[key])
    }
    within = {key: level for key, level in wanted.items() if key not in blocked}
    plan, is_known = _search(component, within)
    if plan is not None:
        return plan, blocked, True
    plan = _one_by_one(component, within) if is_known else _climbed(component, within)
    missed = component.too_low(plan.levels, within)
    return plan, blocked | {key: component.why_blocked(key, within[key]) for key in missed}, is_known


def _one_by_one(component: Component, wanted: Wanted) -> SearchNode:
    """The plan for as many of the wanted levels as go together, in their order, where not all of them do.

    That not all do is known once every state is looked at; so each of these searches ends in time too.
    """
    plan, reachable = component.start, dict[str, int]()
    for key, level in wanted.items():
        # One after another: two that can be reached apart may keep each other from being reached together.
        found, _is_known = _search(component, {**reachable, key: level})
        if found:
            plan, reachable[key] = found, level
    return plan


def _search(component: Component, wanted: Wanted) -> tuple[SearchNode | None, bool]:
    """The cheapest plan, or none where there is no plan; and whether that was known in time."""
    costs = {key: component.cheapest(key, wanted[key]) for key in wanted if component.applies_always(key)}
    least = {key: cost for key, cost in costs.items() if cost is not None}

    def estimate(plan: SearchNode) -> Cost:
        """What it costs so far, with the least that is surely still to be paid: one action for each that is too low."""
        low = [key for key in component.too_low(plan.levels, wanted) if key in least]
        return add(plan.cost, *(least[key] for key in low))

    return _best_first(component, wanted, estimate)


def _climbed(component: Component, wanted: Wanted) -> SearchNode:
    """A good plan without a search: at each step what is wanted goes first, then what costs least, and no step back.

    Levels only rise, so it ends. What turned out not to be needed is left out again.
    """
    plan = component.start
    while low := component.too_low(plan.levels, wanted):

        def rank(longer: SearchNode, low: list[str] = low) -> tuple[bool, bool, Cost]:
            step = longer.steps[-1]
            is_wanted = step.place.id in low
            return not is_wanted, is_wanted and step.action.to < wanted[step.place.id], longer.cost

        following = min(component.successors(plan), key=rank, default=None)
        if following is None:
            break
        plan = following
    return _pruned(component, wanted, plan)


def _pruned(component: Component, wanted: Wanted, plan: SearchNode) -> SearchNode:
    """The plan without the steps without which as much is reached."""
    left = set(component.too_low(plan.levels, wanted))
    for step in reversed(plan.steps):
        shorter = component.replayed(one for one in plan.steps if one.id != step.id)
        if shorter and left.issuperset(component.too_low(shorter.levels, wanted)):
            plan = shorter
    return plan


def _best_first(
    component: Component, wanted: Wanted, rank: Callable[[SearchNode], Cost]
) -> tuple[SearchNode | None, bool]:
    """The first plan that reaches the goal in the order of a rank, if any; and whether that was known in time."""
    start, number = component.start, count()
    waiting = [(rank(start), next(number), start)]
    best: dict[Levels, Cost] = {start.levels: start.cost}
    while len(best) <= MOST:
        if not waiting:
            return None, True
        _rank, _number, plan = heapq.heappop(waiting)
        if plan.cost > best[plan.levels]:
            continue
        if not component.too_low(plan.levels, wanted):
            return plan, True
        for longer in component.successors(plan):
            if longer.levels not in best or longer.cost < best[longer.levels]:
                best[longer.levels] = longer.cost
                heapq.heappush(waiting, (rank(longer), next(number), longer))
    return None, False


def _components(pack: Pack, facts: Facts, wanted: Wanted) -> Iterator[Component]:
    """The wanted indicators with all on which they depend, in components that have nothing to do with each other."""
    edges: dict[str, tuple[str, ...]] = {}
    scored = False
    todo = list(wanted)
    while todo:
        key = todo.pop()
        if key not in edges:
            conditions = conditions_of(pack, key)
            scored = scored or any(score_tests(condition) for condition in conditions)
            edges[key] = tuple(set().union(*(indicators_behind(pack, condition) for condition in conditions)))
            todo += edges[key]
    both_ways = {key: (*behind, *(one for one in edges if key in edges[one])) for key, behind in edges.items()}
    done: set[str] = set()
    for key in wanted:
        if key not in done:
            together = reached([key], both_ways)
            done |= together
            yield Component(pack, facts, tuple(one for one in pack.places if one in together), scored)
