"""Which answers there can be to a question, as far as a condition can tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mhscan.conditions import LevelTest, State, ValueTest
from mhscan.pack.factor import Indicator
from mhscan.pack.pack import Place
from mhscan.questions.base import TooManyValuesError
from mhscan.questions.registry import Question
from mhscan.scoring.facts import Fact

OPEN: tuple[State, ...] = ("unknown", "skipped", "not_asked", "not_applicable")


class TooMany(Exception):  # noqa: N818  it is a way out, no fault
    """There are more answers, or ways to go through them, than are worth the time."""


def level_facts(place: Place, tests: Sequence[LevelTest], every_state: bool) -> Iterator[Fact]:
    """What can be known about an indicator; only its levels where nothing else is wanted."""
    carriers: tuple[str | None, ...] = (None, *sorted({test.carried for test in tests if test.carried}))
    for carried in carriers:
        yield from (Fact("answered", level.level, carried) for level in place.indicator.levels)
    if every_state or any(test.state for test in tests):
        yield from (Fact(state, None, carried) for carried in carriers for state in _open(place.indicator))


def value_facts(question: Question, tests: Sequence[ValueTest], every_state: bool) -> Iterator[Fact]:
    """What can be known about a context question or a field of the subject.

    Raises:
        TooMany: the tests tell too many answers apart.
    """
    try:
        values = question.values_for(tests)
    except TooManyValuesError:
        raise TooMany from None
    yield from (Fact("answered", value) for value in values)
    if every_state or any(test.state for test in tests):
        yield from (Fact(state) for state in _open(question))


def _open(question: Question | Indicator) -> list[State]:
    """The states without a value; what cannot be set aside has one less."""
    return [state for state in OPEN if state != "not_applicable" or question.not_applicable]
