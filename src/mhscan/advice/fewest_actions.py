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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from itertools import count
from typing import Literal

from mhscan.advice.dependence import choosing, conditions_of, indicators_behind
from mhscan.advice.fitting import as_variant, is_for
from mhscan.advice.order import effort_size
from mhscan.conditions import score_tests
from mhscan.pack.factor import Action
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import reached
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.scores import score

MOST = 5_000
"""How many states of one component are looked at before a good plan is taken for the best one."""

Blocked = Literal["no_action", "blocked", "others"]
Wanted = Mapping[str, int]
"""The level that is wanted of some indicators, by full id."""
Levels = tuple[int | None, ...]
"""A state of the search: the level of each indicator of a component; None where it has none."""
Cost = tuple[int, Fraction, int, int]
"""Of actions together: their number, their effort, the levels they lead to, and their places in the model."""

FREE: Cost = (0, Fraction(0), 0, 0)


@dataclass(frozen=True)
class ActionStep:
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


@dataclass(frozen=True)
class _Plan:
    """A sequence of actions on its way to the goal, and the levels after it."""

    cost: Cost
    levels: Levels
    steps: tuple[ActionStep, ...] = ()


@dataclass
class _Component:
    """Indicators that depend on each other. With `scored`, a requirement among them looks at a score."""

    pack: Pack
    facts: Facts
    keys: tuple[str, ...]
    scored: bool
    _conditions: dict[Levels, Conditions] = field(default_factory=dict)

    @property
    def start(self) -> _Plan:
        """The plan without actions."""
        return _Plan(FREE, tuple(level_of(self.facts, key) for key in self.keys))

    @cached_property
    def order(self) -> dict[str, int]:
        """The turn of each action in the order of the model."""
        ids = (f"{place.factor.id}.{one.id}" for place in self.pack.places.values() for one in place.indicator.actions)
        return {key: n for n, key in enumerate(ids)}

    def conditions_at(self, levels: Levels) -> Conditions:
        """The conditions when the indicators stand at these levels."""
        if levels not in self._conditions:
            facts = raised(self.pack, self.facts, dict(zip(self.keys, levels, strict=True)))
            self._conditions[levels] = (
                score(self.pack, facts, frozenset(self.pack.places)).conditions
                if self.scored
                else Conditions(self.pack, facts)
            )
        return self._conditions[levels]

    def too_low(self, levels: Levels, wanted: Wanted) -> list[str]:
        """The wanted indicators that apply, or may apply, and stand too low."""
        at = dict(zip(self.keys, levels, strict=True))
        low = [key for key, level in wanted.items() if (now := at[key]) is not None and now < level]
        return [key for key in low if self.conditions_at(levels).applies(key).value is not False]

    def successors(self, plan: _Plan) -> Iterator[_Plan]:
        """The plan with each action that can be done next."""
        conditions = self.conditions_at(plan.levels)
        for n, (key, level) in enumerate(zip(self.keys, plan.levels, strict=True)):
            if level is None or conditions.applies(key).value is False:
                continue
            place = self.pack.places[key]
            for action in place.indicator.actions:
                if action.to > level and _can_be_done(conditions, action):
                    levels = (*plan.levels[:n], action.to, *plan.levels[n + 1 :])
                    steps = (*plan.steps, ActionStep(place, action, level))
                    yield _Plan(_add(plan.cost, self._cost(place, action)), levels, steps)

    def replayed(self, steps: Iterable[ActionStep]) -> _Plan | None:
        """The plan of these steps from the start; None where one of them cannot be done in its turn."""
        plan = self.start
        for step in steps:
            n, conditions = self.keys.index(step.place.id), self.conditions_at(plan.levels)
            level = plan.levels[n]
            applies = conditions.applies(step.place.id).value is not False
            if level is None or step.action.to <= level or not applies or not _can_be_done(conditions, step.action):
                return None
            levels = (*plan.levels[:n], step.action.to, *plan.levels[n + 1 :])
            done = (*plan.steps, ActionStep(step.place, step.action, level))
            plan = _Plan(_add(plan.cost, self._cost(step.place, step.action)), levels, done)
        return plan

    def leading(self, key: str, level: int) -> list[Action]:
        """The actions that lead to a level of an indicator, for whomever they are, as they are put as things stand."""
        conditions = self.conditions_at(self.start.levels)
        higher = (one for one in self.pack.places[key].indicator.actions if one.to >= level)
        return [as_variant(conditions, one) for one in higher]

    def own(self, key: str, level: int) -> list[Action]:
        """Those of them that are for the subject as things stand, and whose effect is in its hand."""
        conditions = self.conditions_at(self.start.levels)
        return [one for one in self.leading(key, level) if is_for(conditions, one) and not one.depends_on_others]

    def without_action(self, key: str, level: int) -> bool:
        """Whether no action of the subject leads to a level of an indicator, whatever is done."""
        conditions = [one for action in self.leading(key, level) for one in choosing(action)]
        return not self.own(key, level) and not any(indicators_behind(self.pack, one) for one in conditions)

    def why_blocked(self, key: str, level: int) -> Blocked:
        """Why nothing brings an indicator to a level."""
        if self.own(key, level):
            return "blocked"
        conditions, leading = self.conditions_at(self.start.levels), self.leading(key, level)
        here = [one for one in leading if is_for(conditions, one)] or leading
        return "others" if here and all(one.depends_on_others for one in here) else "no_action"

    def _cost(self, place: Place, action: Action) -> Cost:
        """What an action adds; the last part is less for two actions that stand earlier, taken together."""
        turn = self.order[f"{place.factor.id}.{action.id}"]
        return 1, effort_size(self.pack, action), action.to, (1 << len(self.order)) - (1 << len(self.order) - 1 - turn)

    def applies_always(self, key: str) -> bool:
        """Whether an indicator applies whatever is done: then it takes an action of its own while it is too low."""
        condition = self.pack.applies_if(key)
        return condition is None or not indicators_behind(self.pack, condition)

    def cheapest(self, key: str, level: int) -> Cost | None:
        """The cost of the cheapest action that leads to a level, whatever it requires; None where none does."""
        place = self.pack.places[key]
        return min((self._cost(place, one) for one in place.indicator.actions if one.to >= level), default=None)


def _solved(component: _Component, wanted: Wanted) -> tuple[_Plan, dict[str, Blocked], bool]:
    """The plan for one component, what cannot be reached in it, and whether no shorter plan exists."""
    blocked: dict[str, Blocked] = {
        key: component.why_blocked(key, wanted[key])
        for key in component.too_low(component.start.levels, wanted)
        if component.applies_always(key) and component.without_action(key, wanted[key])
    }
    within = {key: level for key, level in wanted.items() if key not in blocked}
    plan, is_known = _search(component, within)
    if is_known and plan is None:
        reachable: dict[str, int] = {}
        for key, level in within.items():
            # One after another: two that can be reached apart may keep each other from being reached together.
            found, is_known = _search(component, {**reachable, key: level})
            if not is_known:
                break
            if found:
                plan, reachable[key] = found, level
            else:
                blocked[key] = component.why_blocked(key, level)
    if not is_known:
        plan = _climbed(component, within)
        blocked |= {key: component.why_blocked(key, within[key]) for key in component.too_low(plan.levels, within)}
    return plan or component.start, blocked, is_known


def _search(component: _Component, wanted: Wanted) -> tuple[_Plan | None, bool]:
    """The cheapest plan, or none where there is no plan; and whether that was known in time."""
    least = {key: component.cheapest(key, wanted[key]) or FREE for key in wanted if component.applies_always(key)}

    def estimate(plan: _Plan) -> Cost:
        """What it costs so far, with the least that is surely still to be paid: one action for each that is too low."""
        low = [key for key in component.too_low(plan.levels, wanted) if key in least]
        return _add(plan.cost, *(least[key] for key in low))

    return _best_first(component, wanted, estimate)


def _climbed(component: _Component, wanted: Wanted) -> _Plan:
    """A good plan without a search: at each step what is wanted goes first, then what costs least, and no step back.

    Levels only rise, so it ends. What turned out not to be needed is left out again.
    """
    plan = component.start
    while low := component.too_low(plan.levels, wanted):

        def rank(longer: _Plan, low: list[str] = low) -> tuple[bool, bool, Cost]:
            step = longer.steps[-1]
            is_wanted = step.place.id in low
            return not is_wanted, is_wanted and step.action.to < wanted[step.place.id], longer.cost

        following = min(component.successors(plan), key=rank, default=None)
        if following is None:
            break
        plan = following
    left = component.too_low(plan.levels, wanted)
    for step in reversed(plan.steps):
        shorter = component.replayed(one for one in plan.steps if one is not step)
        if shorter is not None and set(component.too_low(shorter.levels, wanted)) <= set(left):
            plan = replace(shorter, steps=tuple(one for one in plan.steps if one is not step))
    return component.replayed(plan.steps) or plan


def _best_first(component: _Component, wanted: Wanted, rank: Callable[[_Plan], Cost]) -> tuple[_Plan | None, bool]:
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


def _components(pack: Pack, facts: Facts, wanted: Wanted) -> Iterator[_Component]:
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
            yield _Component(pack, facts, tuple(one for one in pack.places if one in together), scored)


def _can_be_done(conditions: Conditions, action: Action) -> bool:
    """Whether the subject can do an action with certain effect: what it requires is there."""
    needs = all(conditions.evaluate(need).value is True for need in action.requires)
    return needs and is_for(conditions, action) and not as_variant(conditions, action).depends_on_others


def level_of(facts: Facts, key: str) -> int | None:
    """The level that an indicator stands at; nothing where it has none."""
    value = facts.get(key).value
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def raised(pack: Pack, facts: Facts, levels: Mapping[str, int | None]) -> Facts:
    """The facts with other levels; who carries an indicator stays, and what was observed fits the level."""
    changed: dict[str, Fact] = {}
    for key, level in levels.items():
        if level is not None:
            changed |= _observed_at(pack, facts, key, level)
            changed[key] = Fact("answered", level, facts.get(key).carried)
    return facts.having_all(changed)


def _observed_at(pack: Pack, facts: Facts, key: str, level: int) -> dict[str, Fact]:
    """What is observed where an indicator stands at a level; as it is, where it stands there or has no observations."""
    ladder = ladders_of(pack).get(key)
    if ladder is None or facts.get(key).value == level:
        return {}
    known = {one: value for one in ladder.keys if (value := facts.get(one).value) is not None}
    return {one: Fact("answered", value) for one, value in ladder.reaching(level, known, facts.date).items()}


def _add(*costs: Cost) -> Cost:
    numbers, efforts, levels, turns = zip(*costs, strict=True)
    return sum(numbers), sum(efforts, Fraction(0)), sum(levels), sum(turns)
