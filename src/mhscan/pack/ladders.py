"""Which levels of an indicator its facts still allow: exactly, over every way in which the open ones can be answered.

The facts of an indicator are few, and the tests in its levels tell few kinds of answers to each apart. So the level is
looked up for each combination of kinds that is still possible, and each combination is worked out only once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product
from operator import itemgetter

from mhscan.base import Number
from mhscan.conditions import All, AnyOf, Condition, CountOf, Not, ObservationTest, of_indicator, walk
from mhscan.dates import day_at, day_number
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Pack, Place
from mhscan.questions.base import Value
from mhscan.questions.measures import between, measure, value_fits

PACKS = 16
"""Of so many packs are the ladders kept."""
MOST_COMBINATIONS = 20_000
"""A pack whose levels tell more combinations of facts of one indicator apart is refused, so levels are always exact."""
REFERENCE = "2026-01-01"
"""The date of the scan where only the order of days plays a part."""
Seen = tuple[Value | None, Number | None]
"""What is known of a fact: its value, or else that it is a number below a limit; neither where it is open."""
Holds = tuple[bool, ...]
"""What each test of a fact says of an answer: answers for which it is the same are of one kind."""


@dataclass(frozen=True)
class Step:
    """An answer to a fact of another kind than the one before it, with what the tests say of it."""

    value: Value
    holds: Holds


@dataclass(eq=False)
class Ladder:
    """How the level of one indicator follows from its facts; `keys` are their full ids."""

    place: Place
    _known: dict[tuple[Holds, ...], int] = field(default_factory=dict)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The full ids of the facts."""
        return tuple(self.place.observations)

    @cached_property
    def conditions(self) -> tuple[tuple[int, Condition], ...]:
        """The levels with a condition, the highest first; its tests have full ids."""
        found = [(one.level, one.when) for one in self.place.indicator.levels if one.when is not None]
        return tuple(
            (level, of_indicator(when, self.place.id)) for level, when in sorted(found, key=itemgetter(0), reverse=True)
        )

    @cached_property
    def lowest(self) -> int:
        """The level where no condition is met."""
        return min(one.level for one in self.place.indicator.levels)

    @cached_property
    def tests(self) -> dict[str, tuple[ObservationTest, ...]]:
        """The tests of each fact in the levels."""
        every = [one for _level, when in self.conditions for _path, one in walk(when)]
        return {
            key: tuple(one for one in every if isinstance(one, ObservationTest) and one.observation == key)
            for key in self.keys
        }

    @cached_property
    def steps(self) -> dict[str, tuple[Step, ...]]:
        """For each fact answers from little to much, at least one of each kind that the levels tell apart."""
        return {key: tuple(self._steps(key, one)) for key, one in self.place.observations.items()}

    @property
    def combinations(self) -> int:
        """How many combinations of kinds there are."""
        return math.prod(len({one.holds for one in steps}) for steps in self.steps.values())

    def _steps(self, key: str, observation: Observation) -> Iterator[Step]:
        before = None
        today = day_number(REFERENCE)
        near = [day_at(today + days + step) for test in self.tests[key] for days in _days(test) for step in (-1, 0, 1)]
        for value in in_order(observation, [*observation.question.values_for(self.tests[key]), *near]):
            holds = self.holds(key, value)
            if holds != before:
                yield Step(value, holds)
            before = holds

    def holds(self, key: str, value: Value, date: str = REFERENCE) -> Holds:
        """What the tests say of an answer to a fact, in a scan of this date."""
        return tuple(value_fits(test, value) and _is_ahead(test, value, date) for test in self.tests[key])

    def extent(self, key: str, value: Value, date: str) -> tuple[bool, bool]:
        """Whether an answer to a fact is more than the least, and whether it is less than the most that levels ask."""
        options = [one.id for one in self.place.observations[key].options]
        if options:
            return value != options[0], value != options[-1]
        holds, steps = self.holds(key, value, date or REFERENCE), self.steps[key]
        if not self.tests[key]:
            return value is True or bool(measure(value)), value is False
        return holds != steps[0].holds, holds != steps[-1].holds

    def levels(self, seen: Mapping[str, Seen], date: str) -> tuple[int, ...]:
        """The levels that are possible with what is known of the facts, rising; a fact that is not in it is open.

        `date` is that of the scan; where it is empty, a date by which it would be counted is open.
        """
        kinds = [self._kinds(key, *seen.get(key, (None, None)), date) for key in self.keys]
        return tuple(sorted({self.level(way) for way in product(*kinds)}))

    def _kinds(self, key: str, value: Value | None, below: Number | None, date: str) -> Sequence[Holds]:
        """The kinds of answers that a fact can still have."""
        if value is not None and (date or not any(_days(test) for test in self.tests[key])):
            return (self.holds(key, value, date or REFERENCE),)
        values = [one for one in self.steps[key] if below is None or between_or_none(one.value, below)]
        return list(dict.fromkeys(one.holds for one in values or self.steps[key][:1]))

    def reaching(self, level: int, known: Mapping[str, Value], date: str) -> dict[str, Value]:
        """Answers to all facts that lead to a level, or to the next one that there is: as few others as can be."""
        held = {key: self.holds(key, value, date or REFERENCE) for key, value in known.items()}

        def cost(way: Iterable[Step]) -> tuple[int, int]:
            holds = tuple(step.holds for step in way)
            return self.level(holds), sum(held.get(key) != one for key, one in zip(self.keys, holds, strict=True))

        ways = [way for way in product(*self.steps.values()) if cost(way)[0] >= level]
        chosen = dict(zip(self.keys, min(ways, key=cost), strict=True)) if ways else {}
        others = {key: self._on(key, step.value, date) for key, step in chosen.items() if held.get(key) != step.holds}
        return {**known, **others}

    def lacks(self, key: str, value: Value, date: str) -> bool:
        """Whether an answer to a fact is for sure less than the most that the levels tell apart."""
        return self.steps[key][-1].holds not in self._kinds(key, value, None, date)

    def raising(self, level: int, known: Mapping[str, Value], date: str) -> frozenset[str]:
        """The facts of which another answer, with all others as they are, leads to a higher level than this one."""
        seen: dict[str, Seen] = {key: (value, None) for key, value in known.items()}
        return frozenset(
            key
            for key in self.keys
            for step in self.steps[key]
            if max(self.levels({**seen, key: (self._on(key, step.value, date), None)}, date)) > level
        )

    def _on(self, key: str, value: Value, date: str) -> Value:
        """An answer that lies to the date of the scan as it lies to the date of reference."""
        if self.place.observations[key].question.traits.order != "date":
            return value
        return day_at(day_number(str(value)) + day_number(date or REFERENCE) - day_number(REFERENCE))

    def level(self, way: tuple[Holds, ...]) -> int:
        """The highest level whose condition is met by one combination of kinds, in the order of the facts."""
        if way not in self._known:
            held = {
                id(test): is_so
                for key, holds in zip(self.keys, way, strict=True)
                for test, is_so in zip(self.tests[key], holds, strict=True)
            }
            self._known[way] = next((level for level, when in self.conditions if _is_met(when, held)), self.lowest)
        return self._known[way]


def _days(test: ObservationTest) -> list[int]:
    """The numbers of days after the date of the scan that a test names."""
    limits = (test.ahead.at_least, test.ahead.at_most) if test.ahead else ()
    return [days for days in limits if days is not None]


def _is_ahead(test: ObservationTest, value: Value, date: str) -> bool:
    """Whether a date lies as many days after that of the scan as a test asks."""
    if test.ahead is None:
        return True
    return between(day_number(str(value)) - day_number(date), test.ahead.at_least, test.ahead.at_most)


def between_or_none(value: Value, below: Number) -> bool:
    """Whether a value can be meant by 'below this number'."""
    number = measure(value)
    return number is None or number < below


def in_order(observation: Observation, values: Sequence[Value]) -> list[Value]:
    """Values of a fact from little to much: no before yes, options as they stand, numbers, shares and dates rising."""
    places = {option.id: n for n, option in enumerate(observation.options)}

    def place(value: Value) -> object:
        number = measure(value)
        return (
            int(value) if isinstance(value, bool) else number if number is not None else places.get(str(value), value)
        )

    return sorted(values, key=place)  # type: ignore[arg-type]  # values of one fact are of one kind


def _is_met(condition: Condition, held: Mapping[int, bool]) -> bool:
    """Whether a condition on facts is met; `held` says of each test, by its identity, whether it is."""
    if isinstance(condition, All):
        return all(_is_met(one, held) for one in condition.all)
    if isinstance(condition, AnyOf):
        return any(_is_met(one, held) for one in condition.any)
    if isinstance(condition, Not):
        return not _is_met(condition.not_, held)
    if isinstance(condition, CountOf) and isinstance(condition.count_of, tuple):
        met = sum(_is_met(one, held) for one in condition.count_of)
        return between(met, condition.at_least, condition.at_most)
    return held.get(id(condition), False)


@lru_cache(maxsize=PACKS)
def ladders_of(pack: Pack) -> dict[str, Ladder]:
    """The ladder of each indicator with observations, by its full id."""
    return {key: Ladder(place) for key, place in pack.places.items() if place.observations}
