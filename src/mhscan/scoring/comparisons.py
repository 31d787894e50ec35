"""Which answers a comparison can tell apart: with another answer, or with the date of the scan.

A comparison of several questions holds or not by the order in which their answers and some fixed marks lie: limits,
values that tests name, answers that are known. Between two marks only that order counts. So for `n` questions that are
compared with each other it is enough to look at each mark, at the `n` numbers or days that follow it, and at the `n`
before the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import floor

from mhscan.conditions import ValueTest
from mhscan.dates import FIRST, day_at, day_number
from mhscan.pack.pack import Pack
from mhscan.questions.base import Value
from mhscan.questions.registry import Question
from mhscan.scoring.deciders import Compared, Test, deciders_of, reached
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.options import question_of

Tests = Mapping[str, Iterable[object]]
"""The tests of each question, by its key; what is no test of a value plays no part here."""


def place_of(value: Value) -> float:
    """Where an answer stands in the order of all: a number by itself, a date as the number of its day."""
    if isinstance(value, str):
        return day_number(value)
    return value if isinstance(value, int | float) else 0


def told_apart(pack: Pack, key: str, tests: Tests, compared: Compared, facts: Facts) -> tuple[ValueTest, ...]:
    """For each answer to a question that comparisons can tell apart a test that holds for it only."""
    if key not in compared:
        return ()
    keys = reached([key], compared)
    marks = {mark for one in keys for mark in _marks(question_of(pack, one), tests.get(one, ()), facts.get(one), facts)}
    steps = range(len(keys) + 1)
    places = sorted({*(mark + step for mark in marks for step in steps), *(min(marks) - step for step in steps)})
    question = question_of(pack, key)
    values = [day_at(place) for place in places] if question.traits.order == "date" else places
    return tuple(ValueTest(is_=value) for value in question.fitting(values) if not isinstance(value, tuple))


def deciding_tests(pack: Pack, facts: Facts, key: str) -> list[Test]:
    """What tells answers to a question apart for the questions that hang on it."""
    deciders = deciders_of(pack)
    return [*deciders.tests.get(key, ()), *told_apart(pack, key, deciders.tests, deciders.compared, facts)]


def _marks(question: Question, tests: Iterable[object], fact: Fact, facts: Facts) -> Iterator[int]:
    """The fixed numbers or days with which an answer can be compared."""
    asked = [test for test in tests if isinstance(test, ValueTest)]
    named = [*(value for test in asked for value in (test.is_, *(test.in_ or ()))), fact.value]
    if question.traits.order == "date":
        yield day_number(facts.date or FIRST.isoformat())
        yield from (day_number(str(value)) for value in question.fitting(named))
        yield from (day_number(facts.date) + days for test in asked for days in days_of(test) if facts.date)
        return
    numbers = question.traits.numbers
    named += [numbers.minimum, numbers.maximum] if numbers else []
    named += [fact.below, *(limit for test in asked for limit in (test.at_least, test.at_most))]
    yield from (floor(value) for value in named if isinstance(value, int | float) and not isinstance(value, bool))


def days_of(test: ValueTest) -> list[int]:
    """The numbers of days after the date of the scan that a test names."""
    limits = (test.ahead.at_least, test.ahead.at_most) if test.ahead else ()
    return [days for days in limits if days is not None]
