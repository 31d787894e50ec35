"""What a condition comes to: true, false, or cannot be said, with the open answers that decide it.

A comparison with a question that does not apply is false; one that may apply is open.
"""

from __future__ import annotations

from collections.abc import Mapping

from mhscan.base import CONTEXT, SUBJECT, Number
from mhscan.conditions import (
    All,
    AnyOf,
    Condition,
    ContextTest,
    CountOf,
    DaysAhead,
    Each,
    FigureTest,
    Gap,
    IndicatorTest,
    LevelTest,
    Not,
    ObservationTest,
    SubjectTest,
    ValueTest,
)
from mhscan.dates import day_number
from mhscan.pack.pack import Pack, Place
from mhscan.questions.measures import between, value_fits
from mhscan.scoring.comparisons import place_of
from mhscan.scoring.deciders import Test, each_place
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.figures import Range
from mhscan.scoring.options import answers_of
from mhscan.scoring.outcomes import FALSE, TRUE, Outcome, conjunction, disjunction, negate, unsaid


class Conditions:
    """Works out conditions over what is known about one pack's questions.

    `figures` has the scores of factors and phases by name, such as `phase ID`; a condition on another score cannot be
    said. `applies` has the questions of which it is known already whether they apply.
    """

    def __init__(
        self,
        pack: Pack,
        facts: Facts,
        figures: Mapping[str, Range] | None = None,
        applies: Mapping[str, Outcome] | None = None,
    ) -> None:
        """Nothing is worked out before it is asked for, and then only once."""
        self.pack = pack
        self.facts = facts
        self._figures = figures or {}
        self._applies: dict[str, Outcome] = dict(applies or {})

    def seeing(self, figures: Mapping[str, Range]) -> Conditions:
        """The same conditions, with the scores that they can look at."""
        other = Conditions(self.pack, self.facts, figures)
        other._applies = self._applies
        return other

    def with_facts(self, facts: Facts, touched: frozenset[str]) -> Conditions:
        """The same conditions over other facts, which touch only whether these questions apply."""
        other = Conditions(self.pack, facts)
        other._applies = {key: outcome for key, outcome in self._applies.items() if key not in touched}
        return other

    def applies(self, key: str) -> Outcome:
        """Whether a question is to be asked at all."""
        if key not in self._applies:
            condition = self.pack.applies_if(key)
            # What depends on itself cannot be said; a pack with such a cycle is refused before it gets here.
            self._applies[key] = unsaid([key])
            self._applies[key] = TRUE if condition is None else self.evaluate(condition)
        return self._applies[key]

    def evaluate(self, condition: Condition) -> Outcome:
        """What a condition comes to."""
        outcome: Outcome = getattr(self, _METHODS[type(condition)])(condition)
        return outcome

    def _all(self, condition: All) -> Outcome:
        return conjunction([self.evaluate(part) for part in condition.all])

    def _any(self, condition: AnyOf) -> Outcome:
        return disjunction([self.evaluate(part) for part in condition.any])

    def _not(self, condition: Not) -> Outcome:
        return negate(self.evaluate(condition.not_))

    def _context(self, condition: ContextTest) -> Outcome:
        return self.answer(CONTEXT + condition.context, condition)

    def _subject(self, condition: SubjectTest) -> Outcome:
        return self.answer(SUBJECT + condition.subject, condition)

    def _indicator(self, condition: IndicatorTest) -> Outcome:
        return self.answer(condition.indicator, condition)

    def _observation(self, condition: ObservationTest) -> Outcome:
        return self.answer(condition.observation, condition)

    def answer(self, key: str, test: Test) -> Outcome:
        """What a test of the answer to one question comes to."""
        fact, applies = self.facts.get(key), self.applies(key)
        if applies.value is False or fact.state == "not_applicable":
            return TRUE if test.state == "not_applicable" else FALSE
        result = self._level_test(key, test) if isinstance(test, LevelTest) else self._value_test(key, test)
        if applies.value is None and test.state == "not_applicable":
            return unsaid(result.open | applies.open)
        return conjunction([result, applies])

    def _figure(self, condition: FigureTest) -> Outcome:
        figure = self._figures.get(condition.name)
        if figure is None:
            return unsaid([condition.name])
        parts = []
        if condition.at_least is not None:
            parts.append(_at_least(figure, condition.at_least))
        if condition.at_most is not None:
            parts.append(_at_most(figure, condition.at_most))
        parts.append(Outcome(figure.present, figure.open))
        return conjunction(parts)

    def gap(self, condition: Gap) -> Outcome:
        """Whether one figure lies so much above another."""
        high, low = self._figures.get(condition.gap.high.name), self._figures.get(condition.gap.low.name)
        if high is None or low is None:
            return unsaid([])
        wanted = condition.gap.at_least
        if high.high - low.low < wanted:
            return FALSE
        if high.point is not None and low.point is not None and high.low > low.high:
            certain = high.point - low.point >= wanted
            return TRUE if certain else FALSE if not (high.open | low.open) else unsaid(high.open | low.open)
        return unsaid(high.open | low.open) if high.open | low.open else FALSE

    def _count(self, condition: CountOf) -> Outcome:
        each = condition.count_of
        outcomes = (
            [self.answer(place.id, each) for place in each_place(self.pack, each)]
            if isinstance(each, Each)
            else [self.evaluate(part) for part in each]
        )
        certain = sum(outcome.value is True for outcome in outcomes)
        possible = sum(outcome.value is not False for outcome in outcomes)
        least = condition.at_least if condition.at_least is not None else 0
        most = condition.at_most if condition.at_most is not None else len(outcomes)
        if certain >= least and possible <= most:
            return TRUE
        if possible < least or certain > most:
            return FALSE
        return unsaid(key for outcome in outcomes for key in outcome.open)

    def _value_test(self, key: str, test: ValueTest) -> Outcome:
        fact = self.facts.get(key)
        parts = [_state_test(fact, test.state, key)] if test.state is not None else []
        if any(asked is not None for asked in (test.is_, test.in_, test.has, test.at_least, test.at_most)):
            parts.append(self._fits(key, fact, test))
        if test.above is not None:
            parts.append(self._above(key, test.above))
        if test.ahead is not None:
            parts.append(self._ahead(key, test.ahead))
        return conjunction(parts)

    def _above(self, key: str, other: str) -> Outcome:
        """Whether one answer is larger or later than another; false where that other question does not apply."""
        applies = self.applies(other)
        if applies.value is False or self.facts.get(other).state == "not_applicable":
            return FALSE
        one, two = self._span(key), self._span(other)
        if one is not None and two is not None and one[1] <= two[0]:
            return FALSE
        certain = one is not None and two is not None and one[0] > two[1]
        open_keys = [name for name, span in ((key, one), (other, two)) if span is None or span[0] < span[1]]
        return conjunction([TRUE if certain else unsaid(open_keys), applies])

    def _ahead(self, key: str, test: DaysAhead) -> Outcome:
        """Whether a date lies so many days after the date of the scan."""
        span = self._span(key)
        if span is None or not self.facts.date:
            return unsaid([key])
        return TRUE if between(span[0] - day_number(self.facts.date), test.at_least, test.at_most) else FALSE

    def _span(self, key: str) -> tuple[float, float] | None:
        """The lowest and highest place that an answer can have; nothing while all is possible."""
        fact = self.facts.get(key)
        if fact.value is None and fact.below is None:
            return None
        tests = [ValueTest(at_most=fact.below)]
        places = [place_of(value) for value in answers_of(self.pack, key, fact, tests)]
        return min(places), max(places)

    def _fits(self, key: str, fact: Fact, test: ValueTest) -> Outcome:
        if fact.state != "answered" and fact.value is None:
            return unsaid([key])
        found = {value_fits(test, value) for value in answers_of(self.pack, key, fact, [test])}
        return unsaid([key]) if len(found) > 1 else TRUE if found == {True} else FALSE

    def _level_test(self, key: str, test: LevelTest) -> Outcome:
        fact = self.facts.get(key)
        parts = [_state_test(fact, test.state, key)] if test.state is not None else []
        if test.at_least is not None or test.at_most is not None or test.carried is not None:
            parts.append(_answered_level_test(test, fact, self.pack.places[key]))
        return conjunction(parts)


def _answered_level_test(test: LevelTest, fact: Fact, place: Place) -> Outcome:
    levels = [level.level for level in place.indicator.levels if fact.may_be(level.level)]
    fitting = [n for n in levels if between(n, test.at_least, test.at_most)]
    if not fitting:
        return FALSE
    if len(fitting) < len(levels):
        return unsaid([place.id])
    if test.carried is None or fact.carried == test.carried:
        return TRUE
    return unsaid([place.id]) if fact.value is None else FALSE


def _state_test(fact: Fact, wanted: str, key: str) -> Outcome:
    """A question that is not answered yet, or skipped, has no lasting state; any other state is a fact."""
    if fact.state == wanted:
        return TRUE
    return unsaid([key]) if fact.state in ("skipped", "not_asked") else FALSE


def _at_least(figure: Range, least: Number) -> Outcome:
    if figure.low >= least:
        return TRUE
    return FALSE if figure.high < least else unsaid(figure.open)


def _at_most(figure: Range, most: Number) -> Outcome:
    if figure.high <= most:
        return TRUE
    return FALSE if figure.low > most else unsaid(figure.open)


_METHODS: dict[type, str] = {
    All: "_all",
    AnyOf: "_any",
    Not: "_not",
    ContextTest: "_context",
    SubjectTest: "_subject",
    IndicatorTest: "_indicator",
    ObservationTest: "_observation",
    FigureTest: "_figure",
    Gap: "gap",
    CountOf: "_count",
}
