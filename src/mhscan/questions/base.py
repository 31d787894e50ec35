"""What every question type has to answer: how it is asked, and what all rooms above want to know about its answers.

A type owns all its behaviour. What differs between types is abstract here, so a new type that forgets something does
not come to life; no room above looks at the type of a question.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mhscan.base import Id, Seq, SourcedText, Strict, Text
from mhscan.conditions import Condition, ValueTest
from mhscan.language import _
from mhscan.questions.numbers import NumberRange
from mhscan.text import folded

Value = int | float | str | bool | tuple[str, ...]
"""What an answer can hold: a level or number, an option id, a date or text, yes or no, several option ids."""
Identity = Literal["code", "words", "none"]
"""What a value says of whom it is about: who it is, who it is where no code can be compared, or nothing."""
Order = Literal["number", "date", "none"]
"""What two answers can be compared as, to say which is more or later."""


class AnswerError(ValueError):
    """What was given is no answer to this question; the message says what is."""


class TooManyValuesError(Exception):
    """Tests tell more values apart than can be looked at one by one."""


@dataclass(frozen=True)
class Choice:
    """One line of a numbered list: what to type, what it stands for, what it says; `alone` if it goes with no other."""

    key: str
    value: Value
    label: str
    alone: bool = False


@dataclass(frozen=True)
class Traits:
    """What holds for every answer to a question.

    `several`: more than one of the choices can be the answer. `numbers`: those that can be the answer; None where it is
    no number. `free_text`: somebody could be named in it, so a public report leaves it out. `count`: it counts people
    or cases, or is worked out from so few that it tells how many; a public report then hides the answer below the
    pack's `small_number`. In doubt it is a count. `identity`: what it says of whom it is about, for a field of the
    subject. `order`: what conditions can compare it as.
    """

    several: bool
    numbers: NumberRange | None
    free_text: bool
    count: bool
    identity: Identity
    order: Order


class Option(Strict):
    """One of the answers that a question offers; `aliases` are ids that it had before."""

    id: Id
    aliases: Seq[Id] = ()
    text: Text


class Asked(ABC):
    """What can be asked: how an answer is typed, read and described, whatever it is about."""

    @property
    @abstractmethod
    def line_input(self) -> bool:
        """Whether a letter may be part of the answer, so that keys need a colon before them."""

    @property
    @abstractmethod
    def free_text(self) -> bool:
        """Whether the answer is free text, in which somebody could be named."""

    @abstractmethod
    def choices(self) -> tuple[Choice, ...]:
        """The numbered list to show; empty where something is typed instead."""

    @abstractmethod
    def prompt(self) -> str:
        """What to type, in a few words."""

    @abstractmethod
    def read(self, raw: str) -> Value:
        """The answer that a text stands for.

        Raises:
            AnswerError: it stands for none; the message says what is wrong with it, if there is something to say.
        """

    @abstractmethod
    def wanted(self, listed: bool) -> str:
        """What can be answered, as a sentence: the list is short where it is shown already.

        Empty where what is wrong says it.
        """

    @abstractmethod
    def check(self, value: object) -> Value:
        """The answer as it was stored, if it fits this question.

        Raises:
            AnswerError: the stored value does not fit, for example an option that does not exist.
        """

    @abstractmethod
    def describe(self, value: Value) -> str:
        """The answer in words, for people."""

    def parse(self, raw: str, listed: bool = True) -> Value:
        """The answer that a typed line stands for; `listed` says whether whoever typed it sees the list of choices.

        Raises:
            AnswerError: the line is no answer to this question; the message fits the place where it was typed.
        """
        if not raw.strip():
            raise AnswerError(_("Type {what}.").format(what=self.prompt()))
        try:
            return self.read(raw)
        except AnswerError as error:
            reason = str(error)
            if not reason and not listed:
                reason = _("'{value}' is not possible here.").format(value=raw.strip())
            raise AnswerError(f"{reason} {self.wanted(listed)}".strip()) from None


class Listed(Asked):
    """What is answered by choosing from a numbered list, by the number, the id or the words."""

    @property
    def line_input(self) -> bool:
        """A number is enough."""
        return False

    @property
    def free_text(self) -> bool:
        """Only what is listed can be answered."""
        return False

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a number from the list")

    def read(self, raw: str) -> Value:
        """The answer that a text stands for: a number of the list, or the id or the words of what stands there."""
        # An id can look like a number; then the number in the list, which is shown, goes first.
        numbers = {choice.key: choice.value for choice in self.choices()}
        for values, word in ((numbers, raw.strip()), (self._words(), folded(raw))):
            if word in values:
                return values[word]
        raise AnswerError

    def wanted(self, listed: bool) -> str:
        """What can be answered, as a sentence."""
        if listed:
            return _("Type {what}.").format(what=self.prompt())
        return _("Possible: {keys}.").format(keys=", ".join(_named(choice) for choice in self.choices()))

    def _words(self) -> dict[str, Value]:
        """Each choice by its words, and by the id of what it stands for; folded."""
        labels = {folded(choice.label): choice.value for choice in self.choices()}
        return labels | {folded(choice.value): choice.value for choice in self.choices()}

    def check(self, value: object) -> Value:
        """The stored value, if it stands in the list."""
        for choice in self.choices():
            if type(value) is type(choice.value) and value == choice.value:
                return choice.value
        known = ", ".join(str(choice.value) for choice in self.choices())
        raise AnswerError(_("'{value}' is not one of: {known}").format(value=value, known=known))

    def describe(self, value: Value) -> str:
        """The words that stand in the list."""
        return next((c.label for c in self.choices() if c.value == value), str(value))


def _named(choice: Choice) -> str:
    """A choice by its id, and by its words where these say more."""
    key = str(choice.value)
    return key if folded(key) == folded(choice.label) else f"{key} ({choice.label})"


class QuestionBase(Strict, Asked):
    """The fields that every context question and field of the subject has, and what its type answers about them.

    `title` says in a few words what it is about, `aliases` are ids that it had before. With `not_applicable: false`
    nobody can say that it does not apply; its own condition still can. An answer to an `internal` question stays
    out of what the public sees. `asks` has the roles that probably know the answer, the likeliest first.
    """

    id: Id
    aliases: Seq[Id] = ()
    title: str = ""
    text: Text
    help: SourcedText | None = None
    applies_if: Condition | None = None
    not_applicable: bool = True
    internal: bool = False
    asks: Seq[Id] = ()

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a type that leaves something open, before anybody can ask it.

        Raises:
            TypeError: it has a `type`, and does not answer all that is abstract.
        """
        super().__pydantic_init_subclass__(**kwargs)
        if "type" in cls.model_fields and cls.__abstractmethods__:
            missing = ", ".join(sorted(cls.__abstractmethods__))
            raise TypeError(f"the question type {cls.__name__} says nothing of: {missing}")

    @property
    @abstractmethod
    def offered(self) -> tuple[Option, ...]:
        """The options that conditions and migrations can name by their id; empty where there are none."""

    @property
    @abstractmethod
    def traits(self) -> Traits:
        """What holds for every answer."""

    @abstractmethod
    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """Values that can be answered, at least one of each kind that the tests tell apart; the lowest number first.

        Raises:
            TooManyValuesError: there are more kinds than can be looked at one by one.
        """

    @abstractmethod
    def hint_for(self, test: ValueTest) -> tuple[str, Sequence[str]]:
        """What a condition can ask of the answer: a sentence, and the ids that it can name; either may be empty."""

    @abstractmethod
    def examples(self) -> Sequence[Value]:
        """Some answers, from little to much; empty where none is sure to fit."""

    @property
    def free_text(self) -> bool:
        """Whether the answer is free text, in which somebody could be named."""
        return self.traits.free_text

    @property
    def name(self) -> str:
        """What the question is about; its text where it has no title."""
        return self.title or self.text

    def size_class(self, value: object) -> str:
        """The label of the class that a number falls in; empty where there are no classes."""
        return self.traits.numbers.class_of(value) if self.traits.numbers else ""

    def fitting(self, values: Iterable[object]) -> list[Value]:
        """Those of some values that can be the answer, as it is stored."""
        found: list[Value] = []
        for value in values:
            try:
                found.append(self.check(value))
            except AnswerError:
                continue
        return found


class ListQuestion(Listed, QuestionBase):
    """A question that is answered from a list; a type says what stands in it, and what conditions can ask."""

    @property
    def traits(self) -> Traits:
        """One choice is the answer; it names nobody, counts nothing, and may well change."""
        return Traits(several=False, numbers=None, free_text=False, count=False, identity="none", order="none")

    def values_for(self, _tests: Collection[ValueTest]) -> Sequence[Value]:
        """All of the list."""
        return self.examples()

    def examples(self) -> Sequence[Value]:
        """All of the list."""
        return [choice.value for choice in self.choices()]


class TypedQuestion(QuestionBase):
    """A question to which something is typed: without a list, so that keys need a colon before them."""

    @property
    def line_input(self) -> bool:
        """A letter may be part of the answer."""
        return True

    def choices(self) -> tuple[Choice, ...]:
        """None."""
        return ()

    @property
    def offered(self) -> tuple[Option, ...]:
        """None."""
        return ()

    def named_in(self, tests: Collection[ValueTest]) -> list[Value]:
        """The values that can be answered and that tests name."""
        named = dict.fromkeys(value for test in tests for value in (test.is_, *(test.in_ or ())) if value is not None)
        return self.fitting(named)
