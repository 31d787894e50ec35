"""One answer out of a list."""

from typing import Literal

from pydantic import Field

from mhscan.base import Seq
from mhscan.questions.base import Choice, Option, QuestionBase


class SingleQuestion(QuestionBase):
    """A question with one answer out of a list; the answer is the id of an option."""

    type: Literal["single"]
    options: Seq[Option] = Field(min_length=2)

    def choices(self) -> tuple[Choice, ...]:
        """The options, numbered from 1."""
        return tuple(Choice(str(n), o.id, o.text) for n, o in enumerate(self.options, 1))
