"""What every question type has: its fields, and how an answer is read, checked and described."""

from dataclasses import dataclass
from typing import ClassVar

from mhscan.base import Id, Seq, SourcedText, Strict, Text
from mhscan.conditions import Condition
from mhscan.language import _

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


class QuestionBase(Strict):
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

    def choices(self) -> tuple[Choice, ...]:
        """The numbered list to show; empty where something is typed instead."""
        return ()

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a number from the list")

    def parse(self, raw: str) -> Value:
        """The answer that a typed line stands for.

        Raises:
            AnswerError: the line is no answer to this question.
        """
        words = self._words()
        wanted = raw.strip().casefold()
        if wanted not in words:
            raise AnswerError(_("Type {what}.").format(what=self.prompt()))
        return words[wanted]

    def _words(self) -> dict[str, Value]:
        """What can be typed for each choice: its number in the list, or the id of what it stands for."""
        ids = {str(choice.value).casefold(): choice.value for choice in self.choices()}
        # An id can look like a number; then the number in the list, which is shown, goes first.
        return ids | {choice.key: choice.value for choice in self.choices()}

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
