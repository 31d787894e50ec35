"""Yes or no."""

from typing import Literal

from mhscan.language import _
from mhscan.questions.base import Choice, QuestionBase


class YesNoQuestion(QuestionBase):
    """A question that is answered with yes or no; the answer is a truth value."""

    type: Literal["yesno"]

    def choices(self) -> tuple[Choice, ...]:
        """Yes as 1 and no as 2."""
        return (Choice("1", True, _("yes")), Choice("2", False, _("no")))
