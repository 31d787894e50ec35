"""One answer out of a list."""

from collections.abc import Sequence
from typing import Literal, final

from pydantic import Field

from mhscan.base import Seq
from mhscan.conditions import ValueTest
from mhscan.language import _
from mhscan.questions.base import Choice, ListQuestion, Option


@final
class SingleQuestion(ListQuestion):
    """A question with one answer out of a list; the answer is the id of an option."""

    type: Literal["single"]
    options: Seq[Option] = Field(min_length=2)

    @property
    def offered(self) -> tuple[Option, ...]:
        """Its options."""
        return tuple(self.options)

    def choices(self) -> tuple[Choice, ...]:
        """The options, numbered from 1."""
        return tuple(Choice(str(n), o.id, o.text) for n, o in enumerate(self.options, 1))

    def hint_for(self, test: ValueTest) -> tuple[str, Sequence[str]]:
        """How one option is asked for, where something else was asked; and the options."""
        wrong = test.is_ is None and test.in_ is None
        return _("One answer is chosen; ask with 'is' or 'in'.") if wrong else "", [one.id for one in self.options]
