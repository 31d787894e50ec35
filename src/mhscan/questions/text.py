"""A short text."""

import re
from collections.abc import Collection, Sequence
from typing import Literal, final

from mhscan.base import Pattern
from mhscan.conditions import ValueTest
from mhscan.language import _
from mhscan.patterns import LONGEST
from mhscan.questions.base import AnswerError, Identity, Traits, TypedQuestion, Value


@final
class TextQuestion(TypedQuestion):
    """A question that is answered with a line of text, of the form `pattern` where that is given."""

    type: Literal["text"]
    pattern: Pattern | None = None
    example: str = ""

    @property
    def traits(self) -> Traits:
        """Anything can be typed; a text of a fixed form names nobody, and is a code."""
        free = self.pattern is None
        identity: Identity = "words" if free else "code"
        return Traits(several=False, numbers=None, free_text=free, count=False, identity=identity, order="none")

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a short text, such as {example}").format(example=self.example) if self.example else _("a short text")

    def wanted(self, _listed: bool) -> str:
        """Nothing beside what is wrong."""
        return ""

    def read(self, raw: str) -> Value:
        """The line, without the spaces around it."""
        return self.check(raw.strip())

    def check(self, value: object) -> Value:
        """The stored text, if it is text of the right form."""
        if not isinstance(value, str) or not value:
            raise AnswerError(_("Type {what}.").format(what=self.prompt()))
        if self.pattern is not None and (len(value) > LONGEST or not re.fullmatch(self.pattern, value)):
            raise AnswerError(_("'{value}' is not {what}").format(value=value, what=self.prompt()))
        return value

    def describe(self, value: Value) -> str:
        """The text itself."""
        return str(value)

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """The texts that tests name, and one that none names: it stands for all others."""
        return [*self.named_in(tests), ""]

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """How a text is asked for."""
        return _("The answer is a text; ask with 'is'."), ()

    def examples(self) -> Sequence[Value]:
        """Its example, or a dash; none where neither has the right form."""
        return self.fitting([self.example, "-"])[:1]
