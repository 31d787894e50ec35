"""Any number of answers out of a list."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain, combinations
from typing import Literal, final

from pydantic import Field

from mhscan.base import Seq
from mhscan.conditions import ValueTest
from mhscan.language import _
from mhscan.questions.base import AnswerError, Choice, ListQuestion, Option, TooManyValuesError, Traits, Value
from mhscan.text import folded

NONE = "0"
BETWEEN = (r";", r"[;,]", r"[\s,;]+")
"""What can stand between several answers; the first that leaves only what is known is meant."""
MOST_TESTED = 8
"""So many options are looked at, each chosen or not."""


class MultiOption(Option):
    """One of the answers; an exclusive one, such as 'none of these', goes together with no other."""

    exclusive: bool = False


@final
class MultiQuestion(ListQuestion):
    """A question with any number of answers out of a list; the answer is a tuple of option ids, in list order.

    None of them is an answer too, unless there is an exclusive option: that says it then.
    """

    type: Literal["multi"]
    options: Seq[MultiOption] = Field(min_length=2)

    @property
    def offered(self) -> tuple[Option, ...]:
        """Its options."""
        return tuple(self.options)

    @property
    def traits(self) -> Traits:
        """Any number of choices is the answer."""
        return replace(super().traits, several=True)

    def choices(self) -> tuple[Choice, ...]:
        """The options, numbered from 1."""
        return tuple(Choice(str(n), o.id, o.text, o.exclusive) for n, o in enumerate(self.options, 1))

    def prompt(self) -> str:
        """What to type, in a few words."""
        alone = [choice.key for choice in self.choices() if choice.alone]
        if not alone:
            return _("one or more numbers with a space between, or 0 for none")
        said = _("one or more numbers with a space between; {keys} only by itself")
        return said.format(keys=", ".join(alone))

    def read(self, raw: str) -> Value:
        """The options that a line of numbers, ids or words stands for; 0 stands for none, where no option says that."""
        if not self._exclusive and (raw.strip() == NONE or folded(raw) == folded(self.describe(()))):
            return ()
        # The words of an option can have spaces and commas themselves.
        lists = [[one.strip() for one in re.split(between, raw) if one.strip()] for between in BETWEEN]
        for words in lists:
            chosen = [self._one(word) for word in words]
            if chosen and None not in chosen:
                return self._together({one for one in chosen if one is not None})
        wrong = ", ".join(f"'{word}'" for word in lists[-1] if self._one(word) is None)
        raise AnswerError(_("There is no {words} here.").format(words=wrong) if wrong else "")

    def _one(self, word: str) -> Value | None:
        """The option that a word stands for, if it is one."""
        try:
            return super().read(word)
        except AnswerError:
            return None

    def check(self, value: object) -> Value:
        """The stored list of option ids, if each of them exists and they go together."""
        known = [o.id for o in self.options]
        if not isinstance(value, list | tuple):
            raise AnswerError(_("a list of options is expected here, such as [{example}]").format(example=known[0]))
        for one in value:
            if one not in known:
                raise AnswerError(_("'{value}' is not one of: {known}").format(value=one, known=", ".join(known)))
        return self._together(set(value))

    def describe(self, value: Value) -> str:
        """The texts of the chosen options, with semicolons between: an option can have a comma itself."""
        chosen = value if isinstance(value, tuple) else ()
        return "; ".join(o.text for o in self.options if o.id in chosen) or _("none of these")

    def values_for(self, tests: Collection[ValueTest]) -> Sequence[Value]:
        """An answer for each way in which the options that tests name can be chosen or not."""
        named = {test.has for test in tests}
        tested = [one.id for one in self.options if one.id in named]
        if len(tested) > MOST_TESTED:
            raise TooManyValuesError
        other = next(((one.id,) for one in self.options if one.id not in named), ())
        chosen = chain.from_iterable(combinations(tested, n) for n in range(len(tested) + 1))
        # Where an option says 'none of these', an empty answer is none; what nobody tests stands in for it.
        return self.fitting((one or other) if self._exclusive else one for one in chosen)

    def hint_for(self, test: ValueTest) -> tuple[str, Sequence[str]]:
        """How an option is asked for, where something else was asked; else the options."""
        if test.has is None:
            return _("Several answers can be chosen; ask with 'has' whether one is among them."), ()
        return "", [one.id for one in self.options]

    def examples(self) -> Sequence[Value]:
        """The first option, and all that go together."""
        together = tuple(one.id for one in self.options if not one.exclusive)
        return self.fitting([(self.options[0].id,), together])

    @property
    def _exclusive(self) -> list[MultiOption]:
        """The options that go together with no other."""
        return [one for one in self.options if one.exclusive]

    def _together(self, found: set[Value]) -> tuple[str, ...]:
        """These options in the order of the list.

        Raises:
            AnswerError: one of them goes together with no other, or there is none where an option says that.
        """
        exclusive = self._exclusive
        alone = [one for one in exclusive if one.id in found]
        if alone and len(found) > 1:
            raise AnswerError(_("'{option}' goes together with no other answer.").format(option=alone[0].text))
        if exclusive and not found:
            raise AnswerError(_("Choose at least one; '{option}' is one of them.").format(option=exclusive[0].text))
        return tuple(o.id for o in self.options if o.id in found)
