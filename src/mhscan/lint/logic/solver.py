"""What a condition of a pack can come to, over all answers that there can be: exact for answers, safe for scores.

A score can be anything between the lowest and the highest that its scales allow, whatever the answers are, and so can a
gap. That is more than is really possible, so nothing is called impossible that is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from mhscan.conditions import Condition, CountOf, Each, FigureRef, FigureTest, Gap, LevelTest, State, ValueTest
from mhscan.dates import day_at, day_number
from mhscan.pack.pack import Pack
from mhscan.scoring.comparisons import days_of
from mhscan.scoring.deciders import Test, each_place
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.means import exact
from mhscan.scoring.options import question_of, question_values
from mhscan.scoring.possible import AnyTest, Search, Variable

Levels = Mapping[str, frozenset[int]]
"""The levels that an indicator can have, by its full id, where these are not all of its scale."""
OPEN: tuple[State, ...] = ("unknown", "skipped", "not_asked", "not_applicable")

ANY_DAY = "2050-01-01"
"""A day on which a scan can be made; a century before and after it there are dates too."""


@dataclass(frozen=True)
class PossibleScore:
    """A score that can still become anything from `low` to `high`, 0-100; it may not be there at all."""

    low: Fraction
    high: Fraction
    present: bool | None = True
    point: Fraction | None = None
    open: frozenset[str] = frozenset()


class Solver(Search):
    """Asks what one condition can come to.

    `every_state` takes in answers that are unknown, skipped, not asked or do not apply by themselves; without it every
    question has an answer. With `alone`, each question may apply or not, whatever else is answered. `levels` has the
    levels that are looked at.
    """

    def __init__(
        self, pack: Pack, condition: Condition, every_state: bool, alone: bool = False, levels: Levels | None = None
    ) -> None:
        """Nothing is tried yet."""
        self._every_state = every_state
        self._levels = levels or {}
        super().__init__(pack, condition, self._possible, alone)
        self._dates = [day_at(day) for day in sorted(_scan_days(pack, self._tests))]

    def can_be(self, *wanted: bool | None) -> bool | None:
        """Whether it can come to one of these for a scan of some day; None where it would take too long to find out."""
        for date in self._dates:
            self.on(Facts(date=date))
            found = super().can_be(*wanted)
            if found is not False:
                return found
        return False

    def _possible(self, key: str, tests: Sequence[AnyTest]) -> Iterable[Variable]:
        first = tests[0]
        if isinstance(first, FigureTest):
            return _scores(self.pack, [test for test in tests if isinstance(test, FigureTest)])
        if isinstance(first, Gap):
            return _gap(self.pack, first)
        return self._answers(key, [test for test in tests if not isinstance(test, FigureTest | Gap)])

    def _answers(self, key: str, tests: Sequence[Test]) -> Iterator[Fact]:
        """What can be known about a question."""
        place = self.pack.places.get(key)
        asked = place.indicator if place else question_of(self.pack, key)
        levels = [level.level for level in place.indicator.levels] if place else None
        values = levels if levels is not None else question_values(self.pack, key, tests)
        if key in self._levels:
            values = [value for value in values if value in self._levels[key]]
        states = OPEN if self._every_state or any(test.state is not None for test in tests) else ()
        states = states if asked.not_applicable else states[:-1]
        for carried in _carriers(tests):
            yield from (Fact("answered", value, carried) for value in values)
            yield from (Fact(state, None, carried) for state in states)


def _scan_days(pack: Pack, tests: Mapping[str, Sequence[AnyTest]]) -> set[int]:
    """The days of a scan to look at: any day stands for all, but for those near to a date that a test names."""
    asked = {key: [test for test in some if isinstance(test, ValueTest)] for key, some in tests.items()}
    limits = {days for some in asked.values() for test in some for days in days_of(test)}
    dates = {
        day_number(str(value))
        for key, some in asked.items()
        if some and limits and question_of(pack, key).traits.order == "date"
        for value in question_of(pack, key).fitting(value for test in some for value in (test.is_, *(test.in_ or ())))
    }
    width = range(-len(asked) - 1, len(asked) + 2)
    return {day_number(ANY_DAY), *(date - days + step for date in dates for days in limits for step in width)}


def _carriers(tests: Sequence[Test]) -> list[str | None]:
    """Nobody else, and each that a test asks for."""
    return [None, *sorted({test.carried for test in tests if isinstance(test, LevelTest) and test.carried})]


def figure_bounds(pack: Pack, ref: FigureRef) -> tuple[Fraction, Fraction]:
    """The lowest and highest score of the scales under a figure: no mean of them can lie outside."""
    scores = [
        exact(level.score)
        for place in pack.places.values()
        if place.aspect.scored and (ref.factor == place.factor.id if ref.factor else ref.phase == place.factor.phase)
        for level in pack.scale(place).levels
    ]
    return (min(scores), max(scores)) if scores else (Fraction(0), Fraction(0))


def _scores(pack: Pack, tests: Sequence[FigureTest]) -> Iterator[PossibleScore]:
    """A score of each kind that tests of it can tell apart."""
    low, high = figure_bounds(pack, tests[0])
    limits = [exact(limit) for test in tests for limit in (test.at_least, test.at_most) if limit is not None]
    turns = sorted({low, high, *(limit for limit in limits if low <= limit <= high)})
    points = sorted([*turns, *((first + second) / 2 for first, second in pairwise(turns))])
    for n, start in enumerate(points):
        yield from (PossibleScore(start, end, present) for end in points[n:] for present in (True, None))
    yield PossibleScore(low, high, False)


def _gap(pack: Pack, test: Gap) -> Iterator[bool | None]:
    """Whether there is a gap; it cannot be larger than the scales allow."""
    _low, high = figure_bounds(pack, test.gap.high)
    low, _high = figure_bounds(pack, test.gap.low)
    yield from (False, None)
    if high - low >= exact(test.gap.at_least):
        yield True


def counted(pack: Pack, condition: CountOf) -> int:
    """How many conditions are counted; one test over many indicators is one for each."""
    each = condition.count_of
    return len(each_place(pack, each)) if isinstance(each, Each) else len(each)
