"""What somebody says of facts: how it is typed, and what is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mhscan.answers.model import ROLE, Answer, Assessment
from mhscan.language import _, pgettext
from mhscan.pack.observation import Observation
from mhscan.questions.base import AnswerError, Value

UNKNOWN: Literal["?"] = "?"
UNSEEN: Literal["?role"] = "?role"
Told = Value | Literal["?", "?role"]
"""What a line says of a fact: its value, that it is not known, or that a partner cannot see it: no id of an option."""
NONE = ("0", "-")
"""What says that none of the facts is so."""


def unseen_letter() -> str:
    """The letter that says that a partner cannot see something."""
    return pgettext("key of 'cannot see'", "x")


def observation_words(fact: Observation) -> str:
    """A fact as a line of the card: its text, what counts, and what can be chosen."""
    chosen = ", ".join(f"{one.key} {one.label}" for one in fact.question.choices()) if fact.options else ""
    return " ".join(one for one in (fact.text, fact.counts or "", f"({chosen})" if chosen else "") if one)


def with_told(assessment: Assessment, card: str, told: Mapping[str, Told], at: str | None) -> Assessment:
    """The assessment with these facts; that the whole was set aside, unknown or skipped before is over then."""
    answers = dict(assessment.answers)
    for key, value in told.items():
        answers[key] = _kept(value, at)
    given = answers.get(card)
    if given is not None and given.state != "answered":
        keeps = given.note or given.evidence or given.carried_by
        answers[card] = given.model_copy(update={"state": "answered", "reason": None, "at": at})
        if not keeps:
            del answers[card]
    return assessment.model_copy(update={"answers": answers})


def _kept(told: Told, at: str | None) -> Answer:
    """What is kept of a fact: what a partner cannot see is unknown, and never a no."""
    if told in (UNKNOWN, UNSEEN):
        return Answer(state="unknown", reason=ROLE if told == UNSEEN else None, at=at)
    return Answer(state="answered", value=told, at=at)


def value_of(fact: Observation, number: str, raw: str | None) -> Value:
    """The value of a fact in a line: so, or what stands behind the equals sign."""
    if raw is None and fact.is_yes_or_no:
        return True
    if not raw:
        raise AnswerError(_("{n} needs a value, such as {n}={example}.").format(n=number, example=example_of(fact)))
    return fact.question.parse(raw, listed=False)


def example_of(fact: Observation) -> str:
    """A value as it can be typed."""
    choices = fact.question.choices()
    if not choices:
        return str(fact.question.examples()[-1])
    return choices[0].label if fact.is_yes_or_no else choices[0].key


def what_answers(fact: Observation) -> str:
    """What answers one fact by itself, in a few words."""
    if fact.is_yes_or_no:
        return ", ".join(f"{one.key} = {one.label}" for one in fact.question.choices())
    return fact.question.prompt()
