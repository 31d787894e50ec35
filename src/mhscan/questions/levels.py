"""The levels of an indicator as a question: a numbered list, of which one number is the answer."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.language import _
from mhscan.questions.base import AnswerError, Choice, Listed, Value


@dataclass(frozen=True)
class LevelQuestion(Listed):
    """A question that is answered with the number of a level; `levels` has each level with its sentence."""

    levels: tuple[tuple[int, str], ...]

    def choices(self) -> tuple[Choice, ...]:
        """The levels, under their own numbers."""
        return tuple(Choice(str(level), level, text) for level, text in self.levels)

    def prompt(self) -> str:
        """What to type, in a few words."""
        return _("a number from {low} to {high}").format(low=self.levels[0][0], high=self.levels[-1][0])

    def wanted(self, listed: bool) -> str:
        """Which levels there are, as a sentence; their sentences stand in the list, where it is shown."""
        if listed:
            return super().wanted(listed)
        known = ", ".join(str(level) for level, _text in self.levels)
        return _("A level is a whole number; possible: {known}.").format(known=known)

    def _words(self) -> dict[str, Value]:
        """A level is given by its number only; nobody types its sentence."""
        return {}

    def check(self, value: object) -> Value:
        """The level as it was stored, if the indicator has it."""
        for level, _text in self.levels:
            if type(value) is int and value == level:
                return level
        raise AnswerError(_("Type {what}.").format(what=self.prompt()))
