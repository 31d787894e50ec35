"""Yes or no."""

from collections.abc import Sequence
from typing import Literal, final

from mhscan.conditions import ValueTest
from mhscan.language import _, available, speaking
from mhscan.questions.base import Choice, ListQuestion, Option, Value
from mhscan.text import folded


@final
class YesNoQuestion(ListQuestion):
    """A question that is answered with yes or no; the answer is a truth value."""

    type: Literal["yesno"]

    @property
    def offered(self) -> tuple[Option, ...]:
        """None: a truth value has no id."""
        return ()

    def choices(self) -> tuple[Choice, ...]:
        """Yes as 1 and no as 2."""
        return (Choice("1", True, _("yes")), Choice("2", False, _("no")))

    def hint_for(self, _test: ValueTest) -> tuple[str, Sequence[str]]:
        """How a truth value is written."""
        return _("The answer is true or false, without quotes."), ()

    def _words(self) -> dict[str, Value]:
        """Also the words in the other languages: that of the pack is not always that of the interface."""
        words = super()._words()
        for language in available():
            with speaking(language):
                words |= {folded(_("yes")): True, folded(_("no")): False}
        return words
