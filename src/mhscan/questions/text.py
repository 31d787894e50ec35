"""A short text."""

import re
from typing import ClassVar, Literal

from mhscan.base import Pattern
from mhscan.language import _
from mhscan.patterns import LONGEST
from mhscan.questions.base import AnswerError, QuestionBase, Value


class TextQuestion(QuestionBase):
    """A question that is answered with a line of text, of the form `pattern` where that is given."""

    line_input: ClassVar[bool] = True

    type: Literal["text"]
    pattern: Pattern | None = None
    example: str = ""

    @property
    def free_text(self) -> bool:
        """Whether anything can be typed; a code of a fixed form cannot name anybody."""
        return self.pattern is None

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a short text, such as {example}").format(example=self.example) if self.example else _("a short text")

    def read(self, raw: str) -> Value:
        """The line, without the spaces around it."""
        return self.check(raw.strip())

    def wanted(self, listed: bool) -> str:  # noqa: ARG002  `check` says it already
        """Nothing beside what is wrong."""
        return ""

    def check(self, value: object) -> Value:
        """The stored text, if it is text of the right form."""
        if not isinstance(value, str) or not value:
            raise AnswerError(_("Type {what}.").format(what=self.prompt()))
        if self.pattern is not None and (len(value) > LONGEST or not re.fullmatch(self.pattern, value)):
            raise AnswerError(_("'{value}' is not {what}").format(value=value, what=self.prompt()))
        return value
