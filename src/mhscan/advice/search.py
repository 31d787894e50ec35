"""The ways that actions lead from the levels of some indicators to other levels, and what each way costs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from mhscan.advice.dependencies import indicators_behind
from mhscan.advice.order import effort_size
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.scores import score

Cost = tuple[int, Fraction, int, int]
"""Of actions together: their number, their effort, the levels they lead to, and their places in the model."""
Levels = tuple[int | None, ...]

FREE: Cost = (0, Fraction(0), 0, 0)


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
class Way:
    """A sequence of actions on its way to the goal."""

    cost: Cost
    levels: Levels
    steps: tuple[Step, ...] = ()


@dataclass
class Group:
    """Indicators that lean on each other, with the levels that are wanted of some of them."""

    pack: Pack
    facts: Facts
    keys: tuple[str, ...]
    wanted: Mapping[str, int]
    scored: bool
    conditions: dict[Levels, Conditions] = field(default_factory=dict)

    @property
    def start(self) -> Levels:
        """The levels before any action."""
        return tuple(level_of(self.facts, key) for key in self.keys)

    @cached_property
    def steady(self) -> tuple[str, ...]:
        """The wanted indicators that apply whatever is done: each that is too low takes an action of its own."""
        return tuple(key for key in self.wanted if not self._may_come_and_go(key))

    def _may_come_and_go(self, key: str) -> bool:
        condition = self.pack.applies_if(key)
        return condition is not None and bool(indicators_behind(self.pack, condition))

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
        return [key for key in self.wanted if is_low(at[key], self.wanted[key]) and applies(conditions, key)]

    def ways_on(self, way: Way) -> Iterator[Way]:
        """The way with each action that can be done next."""
        conditions = self.under(way.levels)
        for n, key in enumerate(self.keys):
            level = way.levels[n]
            if level is None or not applies(conditions, key):
                continue
            place = self.pack.places[key]
            for action in place.indicator.actions:
                if action.to > level and all(conditions.evaluate(one).value is True for one in action.requires):
                    levels = (*way.levels[:n], action.to, *way.levels[n + 1 :])
                    step = Step(place, action, level)
                    yield Way(add(way.cost, self.cost(place, action)), levels, (*way.steps, step))

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
        total: Cost = FREE
        for key in self.steady:
            if is_low(at[key], self.wanted[key]):
                total = add(total, self.cheapest[key])
        return total

    @cached_property
    def cheapest(self) -> dict[str, Cost]:
        """The cheapest action that brings each wanted indicator there, whatever it requires."""
        places = [self.pack.places[key] for key in self.wanted]
        return {
            place.id: min(
                (self.cost(place, one) for one in place.indicator.actions if one.to >= self.wanted[place.id]),
                default=FREE,
            )
            for place in places
        }


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


def is_low(level: int | None, wanted: int) -> bool:
    """Whether a level is lower than is wanted; what has no level is not."""
    return level is not None and level < wanted


def applies(conditions: Conditions, key: str) -> bool:
    """Whether a question applies, or may apply."""
    return conditions.applies(key).value is not False


def add(one: Cost, other: Cost) -> Cost:
    """Two costs together."""
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
