"""The letters that do something other than answer, in the language of the interface."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.interview.engine import Interview, InterviewStep
from mhscan.interview.told import unseen_letter
from mhscan.language import _, pgettext


@dataclass(frozen=True)
class KeyCommand:
    """What a letter does: an id, the letter, and what people read; `shows_again` if the question is shown after it."""

    id: str
    letter: str
    label: str
    shows_again: bool = False


def letters() -> dict[str, str]:
    """The letter of each command, by its id."""
    return {
        "explain": pgettext("key of 'explanation'", "e"),
        "unknown": pgettext("key of 'don't know'", "d"),
        "unseen": unseen_letter(),
        "not_applicable": pgettext("key of 'not applicable'", "n"),
        "carried": pgettext("key of 'carried by others'", "r"),
        "note": pgettext("key of 'note'", "c"),
        "evidence": pgettext("key of 'evidence'", "v"),
        "skip": pgettext("key of 'skip'", "s"),
        "back": pgettext("key of 'back'", "b"),
        "list": pgettext("key of 'list'", "l"),
        "stop": pgettext("key of 'stop'", "q"),
    }


SHOWS_AGAIN = ("carried", "list")


def commands(interview: Interview, step: InterviewStep) -> tuple[KeyCommand, ...]:
    """The commands that make sense at a question."""
    carriers = interview.pack.model.carriers
    carried = carriers[0].label if len(carriers) == 1 else _("carried by others")
    labels = {
        "explain": _("explanation"),
        "unknown": _("don't know"),
        "unseen": interview.questionnaire.unseen,
        "not_applicable": _("does not apply"),
        "carried": carried if carriers else "",
        "note": _("note"),
        "evidence": _("evidence"),
        "skip": _("skip, or go on"),
        "back": _("back"),
        "list": _("list of all questions"),
        "stop": _("stop; all is saved"),
    }
    makes_sense, by_id = _sensible(interview, step), letters()
    return tuple(
        KeyCommand(key, by_id[key], label, key in SHOWS_AGAIN)
        for key, label in labels.items()
        if key in makes_sense and label
    )


def _sensible(interview: Interview, step: InterviewStep) -> set[str]:
    """The ids of the commands that make sense at a question, if there is a label for them."""
    ids = {"explain", "skip", "back", "list", "stop"}
    if step.kind in ("context", "indicator"):
        ids.add("unknown")
        if interview.pack.can_be_set_aside(step.key):
            ids.add("not_applicable")
    if step.key in interview.pack.signalled:
        ids.add("note")
    if step.kind == "indicator":
        ids |= {"unseen", "note", "evidence"}
        if interview.questionnaire.perspective == "own":
            ids.add("carried")
    return ids


def pressed(keys: tuple[KeyCommand, ...], line: str, colon: bool) -> KeyCommand | None:
    """The command that a line stands for, if it is one; `colon` says that a key needs a colon before it here."""
    typed = line.strip().casefold()
    if typed.startswith(":"):
        typed = typed[1:]
    elif colon:
        return None
    return next((command for command in keys if command.letter == typed), None)
