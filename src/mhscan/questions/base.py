"""What every question type has: its fields, and how an answer is read, checked and described."""

from dataclasses import dataclass
from typing import ClassVar

from mhscan.base import Id, Seq, SourcedText, Strict, Text
from mhscan.conditions import Condition
from mhscan.language import _
from mhscan.text import folded

Value = int | float | str | bool | tuple[str, ...]
"""What an answer can hold: a level or number, an option id, a date or text, yes or no, several option ids."""


class AnswerError(ValueError):
    """What was given is no answer to this question; the message says what is."""


@dataclass(frozen=True)
class Choice:
    """One line of a numbered list: what to type, what it stands for, what it says."""

    key: str
    value: Value
    label: str


class Option(Strict):
    """One of the answers that a question offers; `aliases` are ids that it had before."""

    id: Id
    aliases: Seq[Id] = ()
    text: Text


class Asked:
    """What can be asked: how an answer is typed, read and described, whatever it is about."""

    def choices(self) -> tuple[Choice, ...]:
        """The numbered list to show; empty where something is typed instead."""
        return ()

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a number from the list")

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
            said = str(error)
            if not said and not listed:
                said = _("'{value}' is not possible here.").format(value=raw.strip())
            raise AnswerError(f"{said} {self.wanted(listed)}".strip()) from None

    def read(self, raw: str) -> Value:
        """The answer that a text stands for: a number of the list, or the id or the words of what stands there.

        Raises:
            AnswerError: it stands for none; the message says what is wrong with it, if there is something to say.
        """
        # An id can look like a number; then the number in the list, which is shown, goes first.
        for known, word in ((self._numbers(), raw.strip()), (self._words(), folded(raw))):
            if word in known:
                return known[word]
        raise AnswerError

    def wanted(self, listed: bool) -> str:
        """What can be answered, as a sentence: the list is short where it is shown already."""
        if listed or not self.choices():
            sentence = _("Type {what}.") if listed else _("Needed is {what}.")
            return sentence.format(what=self.prompt())
        known = ", ".join(_named(choice) for choice in self.choices())
        return _("Possible: {keys}.").format(keys=known)

    def _numbers(self) -> dict[str, Value]:
        """Each choice by its number in the list."""
        return {choice.key: choice.value for choice in self.choices()}

    def _words(self) -> dict[str, Value]:
        """Each choice by its words, and by the id of what it stands for; folded."""
        labels = {folded(choice.label): choice.value for choice in self.choices()}
        return labels | {folded(choice.value): choice.value for choice in self.choices()}

    def check(self, value: object) -> Value:
        """The answer as it was stored, if it fits this question.

        Raises:
            AnswerError: the stored value does not fit, for example an option that does not exist.
        """
        for choice in self.choices():
            if type(value) is type(choice.value) and value == choice.value:
                return choice.value
        known = ", ".join(str(choice.value) for choice in self.choices())
        raise AnswerError(_("'{value}' is not one of: {known}").format(value=value, known=known))

    def describe(self, value: Value) -> str:
        """The answer in words, for people."""
        return next((c.label for c in self.choices() if c.value == value), str(value))


def _named(choice: Choice) -> str:
    """A choice by its id, and by its words where these say more."""
    key = str(choice.value)
    return key if folded(key) == folded(choice.label) else f"{key} ({choice.label})"


class QuestionBase(Strict, Asked):
    """The fields that every context question has.

    `title` says in a few words what it is about, `aliases` are ids that it had before. With `not_applicable: false`
    nobody can say that it does not apply; its own condition still can.
    """

    line_input: ClassVar[bool] = False
    """Whether a letter may be part of the answer, so that keys need a colon before them."""

    id: Id
    aliases: Seq[Id] = ()
    title: str = ""
    text: Text
    help: SourcedText | None = None
    applies_if: Condition | None = None
    not_applicable: bool = True

    @property
    def free_text(self) -> bool:
        """Whether the answer is free text, in which somebody could be named."""
        return False

    @property
    def name(self) -> str:
        """What the question is about; its text where it has no title."""
        return self.title or self.text
