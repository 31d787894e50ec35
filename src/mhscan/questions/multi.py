"""Any number of answers out of a list."""

import re
from typing import Literal

from pydantic import Field

from mhscan.base import Seq
from mhscan.language import _
from mhscan.questions.base import AnswerError, Choice, Option, QuestionBase, Value
from mhscan.text import folded

NONE = "0"
BETWEEN = (r";", r"[;,]", r"[\s,;]+")
"""What can stand between several answers; the first that leaves only what is known is meant."""


class MultiQuestion(QuestionBase):
    """A question with any number of answers out of a list; the answer is a tuple of option ids, in list order."""

    type: Literal["multi"]
    options: Seq[Option] = Field(min_length=2)

    def choices(self) -> tuple[Choice, ...]:
        """The options, numbered from 1."""
        return tuple(Choice(str(n), o.id, o.text) for n, o in enumerate(self.options, 1))

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("one or more numbers with a space between, or 0 for none")

    def read(self, raw: str) -> Value:
        """The options that a line of numbers, ids or words stands for; 0 stands for none of them."""
        if raw.strip() == NONE or folded(raw) == folded(self.describe(())):
            return ()
        # The words of an option can have spaces and commas themselves.
        lists = [[one.strip() for one in re.split(between, raw) if one.strip()] for between in BETWEEN]
        for words in lists:
            chosen = [self._one(word) for word in words]
            if chosen and None not in chosen:
                return self._in_order({one for one in chosen if one is not None})
        wrong = ", ".join(f"'{word}'" for word in lists[-1] if self._one(word) is None)
        raise AnswerError(_("There is no {words} here.").format(words=wrong) if wrong else "")

    def _one(self, word: str) -> Value | None:
        """The option that a word stands for, if it is one."""
        try:
            return super().read(word)
        except AnswerError:
            return None

    def check(self, value: object) -> Value:
        """The stored list of option ids, if each of them exists."""
        known = [o.id for o in self.options]
        if not isinstance(value, list | tuple):
            raise AnswerError(_("a list of options is expected here, such as [{example}]").format(example=known[0]))
        for one in value:
            if one not in known:
                raise AnswerError(_("'{value}' is not one of: {known}").format(value=one, known=", ".join(known)))
        return self._in_order(set(value))

    def describe(self, value: Value) -> str:
        """The texts of the chosen options, with semicolons between: an option can have a comma itself."""
        chosen = value if isinstance(value, tuple) else ()
        return "; ".join(o.text for o in self.options if o.id in chosen) or _("none of these")

    def _in_order(self, found: set[Value]) -> tuple[str, ...]:
        return tuple(o.id for o in self.options if o.id in found)
