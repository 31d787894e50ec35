"""What the facts of an indicator come to, said right after they were given: the level, why, and what is open."""

from __future__ import annotations

from collections.abc import Mapping

from mhscan.answers.model import Assessment
from mhscan.interview.observations import ObservationsQuestion
from mhscan.language import _, ngettext
from mhscan.pack.observation import there_is
from mhscan.questions.base import Value


def outcome(question: ObservationsQuestion, assessment: Assessment) -> str:
    """Which level follows and why, or which can still follow and what is open, as sentences; none for a partner."""
    if question.of_partner:
        return ""
    levels, known = question.possible(assessment), question.known(assessment)
    if len(levels) == 1:
        level = _("This is level {level}: {text}").format(level=levels[0], text=question.describe(levels[0]))
        return " ".join(
            (level, *_why(question, known, assessment.date), *_lacking(question, levels[0], known, assessment.date))
        )
    open_facts = ", ".join(str(n) for n, key in enumerate(question.observations, 1) if key not in known)
    return _("It is level {low} to {high}; that depends on {numbers}.").format(
        low=levels[0], high=levels[-1], numbers=open_facts
    )


def _why(question: ObservationsQuestion, known: Mapping[str, Value], date: str) -> list[str]:
    """What is there and what is missing, a sentence each; none where there is nothing of it."""
    extents = {key: question.ladder.extent(key, value, date) for key, value in known.items()}
    there = [question.observations[key].there for key, (some, _less) in extents.items() if some]
    missing = [question.observations[key].missing for key, (_some, less) in extents.items() if less]
    return [*there_is(there), *there_is(missing)]


def _lacking(question: ObservationsQuestion, level: int, known: Mapping[str, Value], date: str) -> list[str]:
    """What one fact more would bring, as a sentence; none where no single fact leads higher."""
    higher = question.ladder.raising(level, known, date)
    numbers = [str(n) for n, key in enumerate(question.observations, 1) if key in higher]
    if not numbers:
        return []
    words = ngettext(
        "A better answer to {numbers} leads higher.",
        "A better answer to one of {numbers} leads higher.",
        len(numbers),
    )
    return [words.format(numbers=", ".join(numbers))]
