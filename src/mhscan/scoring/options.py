"""What an answer can still be, with the values together that no condition tells apart.

A completion gives every open question an answer. A test of a state looks at the state as it is: 'unknown' is a fact,
and a question that was skipped or not asked can become answered or unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product

from mhscan.conditions import LevelTest, State, ValueTest
from mhscan.pack.pack import Pack
from mhscan.questions.base import TooManyValuesError, Value
from mhscan.questions.measures import between, value_fits
from mhscan.questions.registry import Question
from mhscan.scoring.deciders import Test
from mhscan.scoring.facts import Fact
from mhscan.scoring.means import ZERO, exact

LIMIT = 256
"""So many ways are looked at one by one; beyond it a range is sound, and no longer exact."""


class TangledError(Exception):
    """There are too many ways to look at one by one; `keys` are the questions that tie them together."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Keep the questions."""
        super().__init__()
        self.keys = list(keys)


@dataclass(frozen=True)
class AnswerGroup:
    """Answers that no condition tells apart: `holds` has what each test says of them.

    `low` and `high` are the scores of an indicator's levels among them, 0-100, `lowest` and `highest` the answers that
    have them; `lowest` is the first one for a question that has no scores.
    """

    holds: tuple[bool, ...]
    low: Fraction
    high: Fraction
    lowest: Fact
    highest: Fact


def fits(test: Test, option: Fact) -> bool:
    """Whether a question that applies and has this answer meets a test."""
    if test.state is not None and option.state != test.state:
        return False
    return value_fits(test, option.value) if isinstance(test, ValueTest) else _level_fits(test, option)


def _level_fits(test: LevelTest, option: Fact) -> bool:
    level = option.value
    if not isinstance(level, int) or not between(level, test.at_least, test.at_most):
        return False
    return test.carried is None or option.carried == test.carried


def groups(pack: Pack, key: str, fact: Fact, tests: Sequence[Test]) -> tuple[AnswerGroup, ...]:
    """What the answer to a question can still be, in groups; one group where it is answered.

    Raises:
        TangledError: a question of which any number of options may be chosen has more tests than can be looked at.
    """
    place = pack.places.get(key)
    worth = {one.level: exact(one.score) for one in pack.scale(place).levels} if place else {}
    found: dict[tuple[bool, ...], AnswerGroup] = {}
    for option in options(pack, key, fact, tests):
        holds = tuple(fits(test, option) for test in tests)
        score = worth[option.value] if isinstance(option.value, int) and place else ZERO
        old = found.get(holds)
        if old is None:
            found[holds] = AnswerGroup(holds, score, score, option, option)
        elif score < old.low:
            found[holds] = replace(old, low=score, lowest=option)
        elif score > old.high:
            found[holds] = replace(old, high=score, highest=option)
    return tuple(found.values())


def options(pack: Pack, key: str, fact: Fact, tests: Sequence[Test]) -> tuple[Fact, ...]:
    """What a completion can make of the answer to a question that applies.

    One that is said to be unknown stays so for a test of its state, and has a value for all other tests. A question to
    which nothing can be answered, such as a number above its own highest, stays as it is.
    """
    return tuple(_options(pack, key, fact, tests)) or (fact,)


def _options(pack: Pack, key: str, fact: Fact, tests: Sequence[Test]) -> Iterator[Fact]:
    if fact.state == "answered" or fact.value is not None:
        yield from (Fact(fact.state, value, fact.carried) for value in answers_of(pack, key, fact, tests))
        return
    place = pack.places.get(key)
    states: tuple[State, ...] = ("answered",)
    if any(test.state is not None for test in tests):
        states = ("unknown",) if fact.state == "unknown" else ("answered", "unknown")
    levels = [level.level for level in place.indicator.levels if fact.may_be(level.level)] if place else []
    values: Sequence[Value] = levels or question_values(pack, key, tests)
    for state, value, carried in product(states, values, _carriers(fact, tests)):
        yield Fact(state, value, carried)


def _carriers(fact: Fact, tests: Sequence[Test]) -> tuple[str | None, ...]:
    """Who may carry it: as was said, else nobody or any of those that a test asks for."""
    asked = dict.fromkeys(test.carried for test in tests if isinstance(test, LevelTest) and test.carried is not None)
    return (fact.carried,) if fact.carried is not None else (None, *asked)


def answers_of(pack: Pack, key: str, fact: Fact, tests: Sequence[Test]) -> Sequence[Value]:
    """What was answered; of a suppressed answer all that it may be, at least one of each kind that a test tells apart.

    Raises:
        TangledError: there are too many.
    """
    if fact.value is not None:
        return (fact.value,)
    values = question_values(pack, key, tests)
    if fact.below is None:
        return values
    return [one for one in values if isinstance(one, int | float) and one < fact.below] or values[:1]


def question_values(pack: Pack, key: str, tests: Sequence[Test]) -> Sequence[Value]:
    """Values of a question of a type, at least one of each kind that a test tells apart.

    Raises:
        TangledError: there are too many.
    """
    try:
        return question_of(pack, key).values_for([test for test in tests if isinstance(test, ValueTest)])
    except TooManyValuesError:
        raise TangledError([key]) from None


def question_of(pack: Pack, key: str) -> Question:
    """A context question, an observation or a field of the subject."""
    question = pack.asked_by_type(key)
    if question is None:
        raise KeyError(key)
    return question
