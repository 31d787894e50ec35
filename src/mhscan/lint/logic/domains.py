"""Which answers there can be to a question, as far as a condition can tell them apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from mhscan.base import Number
from mhscan.conditions import LevelTest, State, ValueTest
from mhscan.pack.factor import Indicator
from mhscan.pack.pack import Place
from mhscan.questions.base import AnswerError, Value
from mhscan.questions.registry import Question
from mhscan.scoring.facts import Fact

OTHER = "\0"
"""Stands for any text that no condition names."""
MOST_OPTIONS = 6
OPEN: tuple[State, ...] = ("unknown", "skipped", "not_asked", "not_applicable")


class TooMany(Exception):  # noqa: N818  it is a way out, no fault
    """There are more answers, or ways to go through them, than are worth the time."""


@dataclass
class Asked:
    """What the tests of one key ask of its answer."""

    states: bool = False
    carriers: set[str] = field(default_factory=set)
    numbers: set[Number] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    options: set[str] = field(default_factory=set)

    def add(self, test: ValueTest | LevelTest) -> None:
        """Take in what one more test asks."""
        self.states |= test.state is not None
        if isinstance(test, LevelTest):
            self.carriers |= {test.carried} if test.carried else set()
            return
        values = [one for one in (test.is_, test.at_least, test.at_most, *(test.in_ or ())) if one is not None]
        self.numbers |= {one for one in values if isinstance(one, int | float) and not isinstance(one, bool)}
        self.words |= {one for one in values if isinstance(one, str)}
        self.options |= {test.has} if test.has else set()


def level_facts(place: Place, asked: Asked, every_state: bool) -> Iterator[Fact]:
    """What can be known about an indicator; only its levels where nothing else is wanted."""
    carriers: tuple[str | None, ...] = (None, *sorted(asked.carriers))
    for carried in carriers:
        yield from (Fact("answered", level.level, carried) for level in place.indicator.levels)
    if every_state or asked.states:
        yield from (Fact(state, None, carried) for carried in carriers for state in _open(place.indicator))


def value_facts(question: Question, asked: Asked, every_state: bool) -> Iterator[Fact]:
    """What can be known about a context question or a field of the subject."""
    yield from (Fact("answered", value) for value in _values(question, asked))
    if every_state or asked.states:
        yield from (Fact(state) for state in _open(question))


def _open(question: Question | Indicator) -> list[State]:
    """The states without a value; what cannot be set aside has one less."""
    return [state for state in OPEN if state != "not_applicable" or question.not_applicable]


def _values(question: Question, asked: Asked) -> Iterable[Value]:
    if question.type == "multi":
        if len(asked.options) > MOST_OPTIONS:
            raise TooMany
        return question.ways(asked.options)
    if question.type == "number":
        return _kept(question, _numbers(asked.numbers, question.minimum, question.maximum))
    if choices := question.choices():
        return [choice.value for choice in choices]
    return [*_kept(question, asked.words), OTHER]


def _numbers(named: set[Number], low: Number, high: Number | None) -> list[Number]:
    """Each number at which a test turns, the ends of what can be answered, and a number between each two."""
    turns = sorted({*named, low, *([] if high is None else [high])})
    between = [(one + other) / 2 for one, other in pairwise(turns)]
    return [*turns, *between, turns[-1] + 1]


def _kept(question: Question, values: Iterable[Value]) -> list[Value]:
    """The values that are an answer to a question."""
    found: list[Value] = []
    for value in values:
        try:
            found.append(question.check(value))
        except AnswerError:
            continue
    return found
