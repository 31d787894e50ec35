"""The facts of an indicator as one card: a line says which of them are so, and the level follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mhscan.answers.model import Assessment
from mhscan.interview.told import (
    NONE,
    UNKNOWN,
    UNSEEN,
    Told,
    example_of,
    observation_words,
    unseen_letter,
    value_of,
    what_answers,
)
from mhscan.language import _, ngettext
from mhscan.pack.ladders import Ladder
from mhscan.pack.observation import Observation
from mhscan.questions.base import AnswerError, Asked, Choice, Value
from mhscan.questions.levels import LevelQuestion
from mhscan.text import small_number


@dataclass(frozen=True)
class ObservationsQuestion(Asked):
    """The facts from which the level of one indicator follows; `levels` is what can be given directly.

    `observations` are the facts that are asked, by their full ids, in the order of their numbers, from 1 on. A partner
    sees some of them only: there nothing is taken for 'no' that was not said, and no level is worked out. `unseen` is
    the answer for what a partner cannot see.
    """

    ladder: Ladder
    levels: LevelQuestion
    observations: Mapping[str, Observation]
    of_partner: bool = False
    unseen: str = ""

    @property
    def asked_singly(self) -> dict[str, Observation]:
        """The facts that are asked one by one: those that are more than yes or no; of a partner all."""
        if self.only is not None:
            return {}
        return {key: one for key, one in self.observations.items() if self.of_partner or not one.is_yes_or_no}

    @property
    def marks(self) -> dict[str, Told]:
        """What can stand before a number, or in the place of an answer to one fact, where there is no answer."""
        return {"?": UNKNOWN, unseen_letter(): UNSEEN} if self.unseen else {"?": UNKNOWN}

    @property
    def line_input(self) -> bool:
        """Numbers are typed, so a letter is a key."""
        return False

    @property
    def free_text(self) -> bool:
        """No fact is a text."""
        return False

    def choices(self) -> tuple[Choice, ...]:
        """The facts, numbered, with what counts and what can be chosen."""
        return tuple(
            Choice(str(n), True, observation_words(one)) for n, one in enumerate(self.observations.values(), 1)
        )

    def prompt(self) -> str:
        """What to type, in a few words."""
        if self.only is not None:
            return what_answers(self.only)
        numbers = [str(n) for n, one in enumerate(self.observations.values(), 1) if one.is_yes_or_no]
        if self.of_partner or not numbers:
            return self._prompt_with_values()
        return _("the numbers of what is so, such as {numbers}; 0 if nothing is; ?{n} if {n} is not known").format(
            numbers=" ".join(numbers[:2]), n=numbers[-1]
        )

    @property
    def only(self) -> Observation | None:
        """The only fact that a partner is asked; its answer needs no number."""
        return next(iter(self.observations.values())) if self.of_partner and len(self.observations) == 1 else None

    def _prompt_with_values(self) -> str:
        *first, last = list(enumerate(self.observations.values(), 1))[:3]
        words = [f"{n}={example_of(fact) if n == 1 or not fact.is_yes_or_no else _('no')}" for n, fact in first]
        words.append(f"{unseen_letter() if self.unseen else '?'}{last[0]}")
        return _("what you know, such as {example}; or Enter to answer one by one").format(example=" ".join(words))

    def prompt_for(self, fact: Observation) -> str:
        """What to type for one fact by itself, in a few words."""
        what = what_answers(fact)
        if not self.unseen:
            return _("{what} (? = not known, Enter = leave open)").format(what=what)
        prompt = _("{what} ({letter} = {unseen}, ? = not known, Enter = leave open)")
        return prompt.format(what=what, letter=unseen_letter(), unseen=self.unseen)

    def wanted(self, listed: bool) -> str:
        """What can be typed, as a sentence; outside the interview a level."""
        return self.levels.wanted(listed) if not listed else _("Type {what}.").format(what=self.prompt())

    def read(self, raw: str) -> Value:
        """A level that is given directly."""
        return self.levels.read(raw)

    def check(self, value: object) -> Value:
        """A level as it was stored."""
        return self.levels.check(value)

    def describe(self, value: Value) -> str:
        """The sentence of a level."""
        return self.levels.describe(value)

    def told(self, line: str) -> dict[str, Told]:
        """What a line says of the facts: those that are so, those that are not known, and values such as 4=6/8.

        Where it names any that is so, or none with a 0, the others of yes or no are not. Of a partner they are open:
        somebody who saw nothing does not know that there is nothing.

        Raises:
            AnswerError: it cannot be read so; the message says what is wrong and what to type.
        """
        if self.only is not None and "=" not in line and line.strip()[:1].casefold() not in self.marks:
            return dict.fromkeys(self.observations, self.only.question.parse(line))
        found: dict[str, Told] = {}
        words = line.replace(",", " ").replace(";", " ").split()
        for word in words:
            if self.of_partner or word not in NONE:
                found |= self._told_of_one(word)
        if not self.of_partner and any(word[:1] not in self.marks and "=" not in word for word in words):
            found |= {key: False for key, one in self.observations.items() if one.is_yes_or_no and key not in found}
        if not found:
            raise AnswerError(self.wanted(True))
        return found

    def _told_of_one(self, word: str) -> dict[str, Told]:
        """What one word of a line says: a number, with a mark before it or a value behind it."""
        mark = self.marks.get(word[:1].casefold())
        number, equals, raw = (word if mark is None else word[1:]).partition("=")
        key, fact = self._fact(number)
        return {key: value_of(fact, number, raw if equals else None) if mark is None else mark}

    def _fact(self, number: str) -> tuple[str, Observation]:
        """The fact with a number."""
        place = small_number(number)
        if place is None or not 1 <= place <= len(self.observations):
            reason = _("There is no fact '{number}' here.").format(number=number)
            raise AnswerError(f"{reason} {self.wanted(True)}")
        return list(self.observations.items())[place - 1]

    def told_words(self, told: Mapping[str, Told]) -> str:
        """What was said of facts, by their numbers."""
        aside = {UNKNOWN: _("not known"), UNSEEN: self.unseen}
        words = {
            key: aside[value] if value in (UNKNOWN, UNSEEN) else self.observations[key].question.describe(value)
            for key, value in told.items()
        }
        return ", ".join(f"{n} {words[key]}" for n, key in enumerate(self.observations, 1) if key in words)

    # What was answered --------------------------------------------------------------------------------------------

    def known(self, assessment: Assessment) -> dict[str, Value]:
        """The facts that were answered, with their values."""
        fitting = {key: one.question.fitting([assessment.value(key)]) for key, one in self.observations.items()}
        return {key: values[0] for key, values in fitting.items() if values}

    def possible(self, assessment: Assessment) -> tuple[int, ...]:
        """The levels that the facts allow."""
        return self.ladder.levels(
            {key: (value, None) for key, value in self.known(assessment).items()}, assessment.date
        )

    def _given(self, assessment: Assessment) -> Value | None:
        """The level that was given as a whole, where no fact excludes it."""
        level = assessment.value(self.ladder.place.id)
        return level if level in self.possible(assessment) or not self.known(assessment) else None

    def state(self, assessment: Assessment) -> str:
        """What was said: 'open', 'partly' where facts are open that decide, 'again' where an older level stands in."""
        given = assessment.answers.get(self.ladder.place.id)
        states = [one.state for key in self.observations if (one := assessment.answers.get(key)) is not None]
        if given is not None and given.state != "answered" and not (given.state == "skipped" and states):
            return given.state
        if self.of_partner and states:
            return "partly" if len(states) < len(self.observations) else _together(states)
        if len(self.possible(assessment)) == 1:
            return "answered"
        if self._given(assessment) is not None:
            return "again"
        if not states:
            return "open"
        return "unknown" if set(states) == {"unknown"} and len(states) == len(self.observations) else "partly"

    def described(self, assessment: Assessment) -> str:
        """The level that follows or was given, in words; how much is known where it does not; empty for nothing."""
        levels, known = self.possible(assessment), len(self.known(assessment))
        level = levels[0] if len(levels) == 1 and not self.of_partner else self._given(assessment)
        if level is not None and not (self.of_partner and known):
            return _sentence(self.levels, level)
        if not known:
            return ""
        return ngettext("{n} of {all} facts known", "{n} of {all} facts known", known).format(
            n=known, all=len(self.observations)
        )


def _together(states: Sequence[str]) -> str:
    """What the answers to all facts come to: nothing known, or an answer."""
    return "unknown" if set(states) == {"unknown"} else "answered"


def _sentence(levels: LevelQuestion, level: object) -> str:
    try:
        return levels.describe(levels.check(level))
    except AnswerError:
        return str(level)
