"""The facts of an indicator as one card: a line says which of them are so, and the level follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mhscan.answers.model import Answer, Assessment
from mhscan.language import _, ngettext
from mhscan.pack.ladders import Ladder
from mhscan.pack.observation import Observation
from mhscan.questions.base import AnswerError, Asked, Choice, Value
from mhscan.questions.levels import LevelQuestion
from mhscan.text import small_number

UNKNOWN: Literal["unknown"] = "unknown"
Told = Value | Literal["unknown"]
"""What a line says of a fact: its value, or that it is not known."""
NONE = ("0", "-")
"""What says that none of the facts is so."""


@dataclass(frozen=True)
class ObservationsQuestion(Asked):
    """The facts from which the level of one indicator follows; `levels` is what can be given directly."""

    ladder: Ladder
    levels: LevelQuestion

    @property
    def observations(self) -> dict[str, Observation]:
        """The facts by their full ids, in the order of their numbers, from 1 on."""
        return self.ladder.place.observations

    @property
    def typed(self) -> dict[str, Observation]:
        """The facts that are more than yes or no: each has a value."""
        return {key: one for key, one in self.observations.items() if not one.is_yes_or_no}

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
        return _("the numbers of what is so, such as 1 3; 0 if nothing is; ?2 if 2 is not known")

    def wanted(self, listed: bool) -> str:
        """What can be typed, as a sentence; outside the interview a level."""
        return self.levels.wanted(listed) if not listed else _("Type {what}.").format(what=self.prompt())

    def read(self, raw: str) -> Value:
        """A level that is given directly."""
        return self.levels.parse(raw, listed=False)

    def check(self, value: object) -> Value:
        """A level as it was stored."""
        return self.levels.check(value)

    def describe(self, value: Value) -> str:
        """The sentence of a level."""
        return self.levels.describe(value)

    def told(self, line: str) -> dict[str, Told]:
        """What a line says of the facts: those that are so, those that are not known, and values such as 4=6/8.

        Where it names any that is so, or none with a 0, the others of yes or no are not.

        Raises:
            AnswerError: it cannot be read so; the message says what is wrong and what to type.
        """
        found: dict[str, Told] = {}
        words = line.replace(",", " ").replace(";", " ").split()
        for word in words:
            number, equals, raw = word.removeprefix("?").partition("=")
            if word not in NONE:
                key, fact = self._fact(number)
                found[key] = UNKNOWN if word.startswith("?") else _value(fact, number, raw if equals else None)
        if any(not word.startswith("?") and "=" not in word for word in words):
            found |= {key: False for key, one in self.observations.items() if one.is_yes_or_no and key not in found}
        if not found:
            raise AnswerError(self.wanted(True))
        return found

    def _fact(self, number: str) -> tuple[str, Observation]:
        """The fact with a number."""
        place = small_number(number)
        if place is None or not 1 <= place <= len(self.observations):
            reason = _("There is no fact '{number}' here.").format(number=number)
            raise AnswerError(f"{reason} {self.wanted(True)}")
        return list(self.observations.items())[place - 1]

    def told_words(self, told: Mapping[str, Told]) -> str:
        """What was said of facts, by their numbers."""
        words = {
            key: _("not known") if value == UNKNOWN else self.observations[key].question.describe(value)
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
        if len(self.possible(assessment)) == 1:
            return "answered"
        if self._given(assessment) is not None:
            return "again"
        if not states:
            return "open"
        return "unknown" if set(states) == {"unknown"} and len(states) == len(self.observations) else "partly"

    def described(self, assessment: Assessment) -> str:
        """The level that follows or was given, in words; how much is known where it does not; empty for nothing."""
        levels = self.possible(assessment)
        level = levels[0] if len(levels) == 1 else self._given(assessment)
        if level is not None:
            return _sentence(self.levels, level)
        known = len(self.known(assessment))
        words = ngettext("{n} of {all} facts known", "{n} of {all} facts known", known)
        return words.format(n=known, all=len(self.observations)) if known else ""

    def outcome(self, assessment: Assessment) -> str:
        """Which level follows and why, or which can still follow and what is open, as sentences."""
        levels, known = self.possible(assessment), self.known(assessment)
        if len(levels) == 1:
            level = _("This is level {level}: {text}").format(level=levels[0], text=self.describe(levels[0]))
            return " ".join(
                (level, *self._why(known, assessment.date), *self._lacking(levels[0], known, assessment.date))
            )
        open_facts = ", ".join(str(n) for n, key in enumerate(self.observations, 1) if key not in known)
        return _("It is level {low} to {high}; that depends on {numbers}.").format(
            low=levels[0], high=levels[-1], numbers=open_facts
        )

    def _why(self, known: Mapping[str, Value], date: str) -> list[str]:
        """What is there and what is missing, a sentence each; none where there is nothing of it."""
        extents = {key: self.ladder.extent(key, value, date) for key, value in known.items()}
        there = [self.observations[key].there for key, (some, _less) in extents.items() if some]
        missing = [self.observations[key].missing for key, (_some, less) in extents.items() if less]
        return [_("There is {things}.").format(things=", ".join(things)) for things in (there, missing) if things]

    def _lacking(self, level: int, known: Mapping[str, Value], date: str) -> list[str]:
        """What one fact more would bring, as a sentence; none where no single fact leads higher."""
        numbers = [
            str(n) for n, key in enumerate(self.observations, 1) if key in self.ladder.raising(level, known, date)
        ]
        if not numbers:
            return []
        words = ngettext(
            "A better answer to {numbers} leads higher.",
            "A better answer to one of {numbers} leads higher.",
            len(numbers),
        )
        return [words.format(numbers=", ".join(numbers))]


def _sentence(levels: LevelQuestion, level: object) -> str:
    try:
        return levels.describe(levels.check(level))
    except AnswerError:
        return str(level)


def _value(fact: Observation, number: str, raw: str | None) -> Value:
    """The value of a fact in a line: so, or what stands behind the equals sign."""
    if raw is None and fact.is_yes_or_no:
        return True
    if not raw:
        raise AnswerError(_("{n} needs a value, such as {n}={example}.").format(n=number, example=_example(fact)))
    return fact.question.parse(raw, listed=False)


def _example(fact: Observation) -> str:
    """A value as it can be typed."""
    choices = fact.question.choices()
    return choices[0].key if choices else str(fact.question.examples()[-1])


def observation_words(fact: Observation) -> str:
    """A fact as a line of the card: its text, what counts, and what can be chosen."""
    chosen = ", ".join(f"{one.key} {one.label}" for one in fact.question.choices()) if fact.options else ""
    return " ".join(one for one in (fact.text, fact.counts or "", f"({chosen})" if chosen else "") if one)


def with_told(assessment: Assessment, card: str, told: Mapping[str, Told], at: str | None) -> Assessment:
    """The assessment with these facts; that the whole was set aside, unknown or skipped before is over then."""
    answers = dict(assessment.answers)
    for key, value in told.items():
        answers[key] = (
            Answer(state="unknown", at=at) if value == UNKNOWN else Answer(state="answered", value=value, at=at)
        )
    given = answers.get(card)
    if given is not None and given.state != "answered":
        keeps = given.note or given.evidence or given.carried_by
        answers[card] = given.model_copy(update={"state": "answered", "reason": None, "at": at})
        if not keeps:
            del answers[card]
    return assessment.model_copy(update={"answers": answers})
