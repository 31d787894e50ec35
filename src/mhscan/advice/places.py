"""In how many draws of weights the first actions keep their place in the order of advice.

Weights reach the order only through scores, and of a score the order only looks on which side of a few numbers it lies,
or of another score. So each draw comes to a few comparisons, and the order is worked out once for each way in which
these come out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from mhscan.advice.actions import advise, next_action
from mhscan.advice.drawn import Drawn
from mhscan.advice.result import Result
from mhscan.advice.rules import run_rules
from mhscan.base import Number
from mhscan.conditions import Condition, FigureRef, Gap
from mhscan.scoring.mentions import figures_of, score_tests
from mhscan.scoring.scores import Figure, Scores

SHOWN = 5
DIGITS = 10**9
"""Scores are looked at in so many parts of a point."""
LOW, POINT, HIGH = range(3)

Look = tuple[int, int, int | Fraction]
"""Whether one number is at least so much above another; both by their place among the numbers of a draw."""


class Places:
    """Counts in how many draws each of the first actions keeps its place."""

    def __init__(self, drawn: Drawn) -> None:
        """What the order looks at."""
        self._result = drawn.result
        self._first = [one.id for one in drawn.result.actions[:SHOWN]]
        self._conditions = list(_conditions(drawn.result)) if self._first else []
        self._turns = {name: _turns(drawn, name) for name in self._names()}
        # The first number is 0, to compare the others with.
        self._at = {name: 1 + 3 * n for n, name in enumerate(self._turns)}
        self._looks = tuple(dict.fromkeys((*self._lag(), *self._tests())))
        self._orders: dict[tuple[bool, ...], list[str]] = {}
        self._seen: Counter[tuple[bool, ...]] = Counter()

    @property
    def kept(self) -> dict[str, int]:
        """In how many of the draws that were seen each of the first actions keeps its place."""
        found = dict.fromkeys(self._first, 0)
        for outcome, times in self._seen.items():
            for one, other in zip(self._first, self._orders[outcome], strict=False):
                found[one] += times if one == other else 0
        return found

    def see(self, values: Sequence[float]) -> None:
        """Find the order under the weights of one draw."""
        numbers = self._numbers(values)
        outcome = tuple([numbers[one] - numbers[other] >= least for one, other, least in self._looks])
        if outcome not in self._orders:
            self._orders[outcome] = self._order(numbers)
        self._seen[outcome] += 1

    def _names(self) -> list[str]:
        """The figures that the order looks at: those in conditions, and the axes."""
        profile = self._result.pack.model.profile
        axes = [f"phase {profile.x}", f"phase {profile.y}"] if profile else []
        named = [_name(ref) for one in self._conditions for ref in figures_of(one)]
        return [name for name in dict.fromkeys((*axes, *named)) if name in self._result.scores.figures]

    def _lag(self) -> Iterator[Look]:
        """Whether an axis lags: its highest lies under the lowest of the other."""
        profile = self._result.pack.model.profile
        if profile is not None:
            x, y = self._at[f"phase {profile.x}"], self._at[f"phase {profile.y}"]
            yield from ((x + HIGH, y + LOW, 0), (y + HIGH, x + LOW, 0))

    def _tests(self) -> Iterator[Look]:
        """All that conditions look at: each comparison of `scoring.conditions`, or its opposite."""
        for test in (test for one in self._conditions for test in score_tests(one)):
            if isinstance(test, Gap):
                yield from self._gap(test)
            elif _name(test) in self._at:
                at = self._at[_name(test)]
                if test.at_least is not None:
                    yield from ((at + end, 0, _parts(test.at_least)) for end in (LOW, HIGH))
                if test.at_most is not None:
                    yield from ((0, at + end, -_parts(test.at_most)) for end in (LOW, HIGH))

    def _gap(self, test: Gap) -> Iterator[Look]:
        if {_name(test.gap.high), _name(test.gap.low)} <= self._at.keys():
            high, low, wanted = self._at[_name(test.gap.high)], self._at[_name(test.gap.low)], test.gap.at_least
            yield high + HIGH, low + LOW, _parts(wanted)
            yield low + HIGH, high + LOW, 0
            yield high + POINT, low + POINT, _parts(wanted)

    def _numbers(self, values: Sequence[float]) -> list[int | Fraction]:
        """The lowest, the point and the highest of each figure in a draw, to nine decimals."""
        numbers: list[int | Fraction] = [0]
        for name, turns in self._turns.items():
            if turns is None:
                figure = self._result.scores.figures[name]
                numbers += [one * DIGITS for one in (figure.low, figure.point or figure.low, figure.high)]
            elif len(turns) == 1:
                numbers += [round(values[turns[0]] * DIGITS)] * 3
            else:
                low, point, high = (round(values[n] * DIGITS) for n in turns)
                numbers += [low, min(max(point, low), high), high]
        return numbers

    def _order(self, numbers: Sequence[int | Fraction]) -> list[str]:
        """The advised actions under these figures."""
        result = self._result
        scores = self._with({name: self._figure(name, numbers) for name in self._turns})
        advised = advise(result.pack, result.assessment, scores, run_rules(result.pack, scores))
        return [one.id for one in advised]

    def _figure(self, name: str, numbers: Sequence[int | Fraction]) -> Figure:
        figure, at = self._result.scores.figures[name], self._at[name]
        if self._turns[name] is None:
            return figure
        low, point, high = (Fraction(one, DIGITS) for one in numbers[at : at + 3])
        return replace(figure, point=None if figure.point is None else point, low=low, high=high)

    def _with(self, figures: dict[str, Figure]) -> Scores:
        scores = self._result.scores
        phases = {key: figures.get(f"phase {key}", one) for key, one in scores.phases.items()}
        factors = {key: figures.get(f"factor {key}", one) for key, one in scores.factors.items()}

        def figure_of(ref: FigureRef) -> Figure | None:
            return factors.get(ref.factor) if ref.factor else phases.get(ref.phase or "")

        return replace(scores, phases=phases, factors=factors, conditions=scores.conditions.seeing(figure_of))


def _turns(drawn: Drawn, name: str) -> tuple[int, ...] | None:
    """Where a figure stands at its lowest, as it is, and at its highest; once where these are the same.

    Nothing where no weight reaches it.
    """
    figure = drawn.result.scores.figures[name]
    if figure.part.present is False:
        return None
    point = drawn.turn(name)
    if figure.low == figure.high and not figure.open:
        return None if point is None else (point,)
    low, high = drawn.turn(name, 1), drawn.turn(name, -1)
    if low is None or high is None:
        return None
    return low, low if point is None else point, high


def _name(ref: FigureRef) -> str:
    return f"factor {ref.factor}" if ref.factor else f"phase {ref.phase}"


def _parts(number: Number) -> int | Fraction:
    """A number of a condition in parts of a point; as a whole number where it is one, since these compare quicker."""
    exact = Fraction(number) * DIGITS
    return exact.numerator if exact.denominator == 1 else exact


def _conditions(result: Result) -> Iterator[Condition]:
    """All conditions that the order of advice looks at."""
    yield from (rule.when for rule in result.pack.model.rules)
    for one in result.scores.indicators.values():
        action = next_action(one)
        yield from action.requires if action else ()
