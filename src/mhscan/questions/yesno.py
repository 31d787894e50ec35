"""Yes or no."""

from typing import Literal

from mhscan.language import _, available, speaking
from mhscan.questions.base import Choice, QuestionBase, Value
from mhscan.text import folded


class YesNoQuestion(QuestionBase):
    """A question that is answered with yes or no; the answer is a truth value."""

    type: Literal["yesno"]

    def choices(self) -> tuple[Choice, ...]:
        """Yes as 1 and no as 2."""
        return (Choice("1", True, _("yes")), Choice("2", False, _("no")))

    def _words(self) -> dict[str, Value]:
        """Also the words in the other languages: that of the pack is not always that of the interface."""
        words = super()._words()
        for language in available():
            with speaking(language):
                words |= {folded(_("yes")): True, folded(_("no")): False}
        return words
