"""Indicators that depend on each other, the plans for them, and what each action of a plan asks and changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Literal

from mhscan.advice.dependence import choosing, indicators_behind
from mhscan.advice.fitting import as_variant, is_for
from mhscan.advice.order import effort_size
from mhscan.pack.factor import Action
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.scores import score

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
class SearchNode:
    """A sequence of actions on its way to the goal, and the levels after it."""

    cost: Cost
    levels: Levels
    steps: tuple[ActionStep, ...] = ()


@dataclass
class Component:
    """Indicators that depend on each other. With `scored`, a requirement among them looks at a score."""

    pack: Pack
    facts: Facts
    keys: tuple[str, ...]
    scored: bool
    _conditions: dict[Levels, Conditions] = field(default_factory=dict)

    @property
    def start(self) -> SearchNode:
        """The plan without actions."""
        return SearchNode(FREE, tuple(level_of(self.facts, key) for key in self.keys))

    @cached_property
    def _after(self) -> dict[str, int]:
        """How many actions stand after each action in the order of the model."""
        ids = [f"{place.factor.id}.{one.id}" for place in self.pack.places.values() for one in place.indicator.actions]
        return {key: n for n, key in enumerate(reversed(ids))}

    def conditions_at(self, levels: Levels) -> Conditions:
        """The conditions when the indicators stand at these levels."""
        if levels not in self._conditions:
            facts = raised(self.pack, self.facts, self._at(levels))
            self._conditions[levels] = (
                score(self.pack, facts, frozenset(self.pack.places)).conditions
                if self.scored
                else Conditions(self.pack, facts)
            )
        return self._conditions[levels]

    def _at(self, levels: Levels) -> dict[str, int | None]:
        """These levels by the full ids of the indicators."""
        return dict(zip(self.keys, levels, strict=True))

    def too_low(self, levels: Levels, wanted: Wanted) -> list[str]:
        """The wanted indicators that apply, or may apply, and stand too low."""
        at = self._at(levels)
        low = [key for key, level in wanted.items() if (now := at[key]) is not None and now < level]
        return [key for key in low if self.conditions_at(levels).applies(key).value is not False]

    def successors(self, plan: SearchNode) -> Iterator[SearchNode]:
        """The plan with each action that can be done next."""
        conditions = self.conditions_at(plan.levels)
        for n, (key, level) in enumerate(self._at(plan.levels).items()):
            if level is None or conditions.applies(key).value is False:
                continue
            place = self.pack.places[key]
            for action in place.indicator.actions:
                if action.to > level and can_be_done(conditions, action):
                    levels = (*plan.levels[:n], action.to, *plan.levels[n + 1 :])
                    steps = (*plan.steps, ActionStep(place, action, level))
                    yield SearchNode(add(plan.cost, self._cost(place, action)), levels, steps)

    def replayed(self, steps: Iterable[ActionStep]) -> SearchNode | None:
        """The plan of these steps from the start; None where one of them cannot be done in its turn."""
        plan: SearchNode | None = self.start
        for step in steps:
            longer = self.successors(plan) if plan else ()
            plan = next((one for one in longer if one.steps[-1].id == step.id), None)
        return plan

    def leading(self, key: str, level: int) -> list[Action]:
        """The actions that lead to a level of an indicator, for whomever they are, as they are put as things stand."""
        conditions = self.conditions_at(self.start.levels)
        return [as_variant(conditions, one) for one in self._written(key, level)]

    def _written(self, key: str, level: int) -> list[Action]:
        """The actions that lead to a level of an indicator, as the pack writes them, with all their variants."""
        return [one for one in self.pack.places[key].indicator.actions if one.to >= level]

    def own(self, key: str, level: int) -> list[Action]:
        """Those of them that are for the subject as things stand, and whose effect is in its hand."""
        conditions = self.conditions_at(self.start.levels)
        return [one for one in self.leading(key, level) if is_for(conditions, one) and not one.depends_on_others]

    def without_action(self, key: str, level: int) -> bool:
        """Whether no action of the subject leads to a level of an indicator, whatever is done."""
        conditions = [one for action in self._written(key, level) for one in choosing(action)]
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
        return 1, effort_size(self.pack, action), action.to, -(1 << self._after[f"{place.factor.id}.{action.id}"])

    def applies_always(self, key: str) -> bool:
        """Whether an indicator applies whatever is done: then it takes an action of its own while it is too low."""
        condition = self.pack.applies_if(key)
        return condition is None or not indicators_behind(self.pack, condition)

    def cheapest(self, key: str, level: int) -> Cost | None:
        """The cost of the cheapest action that leads to a level, whatever it requires; None where none does."""
        place = self.pack.places[key]
        return min((self._cost(place, one) for one in self._written(key, level)), default=None)


def can_be_done(conditions: Conditions, action: Action) -> bool:
    """Whether the subject can do an action with certain effect: what it requires is there."""
    needs = all(conditions.evaluate(need).value is True for need in action.requires)
    return needs and is_for(conditions, action) and not as_variant(conditions, action).depends_on_others


def level_of(facts: Facts, key: str) -> int | None:
    """The level that an indicator stands at; nothing where it has none."""
    value = facts.get(key).value
    return value if isinstance(value, int) else None


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


def add(*costs: Cost) -> Cost:
    """The costs together."""
    numbers, efforts, levels, turns = zip(*costs, strict=True)
    return sum(numbers), Fraction(sum(efforts)), sum(levels), sum(turns)
