"""What somebody else wrote into the file while a question was on the screen, and what became of it."""

from __future__ import annotations

from mhscan.answers.model import Assessment, CarriedBy
from mhscan.base import SUBJECT
from mhscan.language import _

COMPARED = ("state", "value", "reason", "carried_by", "note")
"""What a new answer can take the place of; evidence is only ever added to."""


def overtaken(key: str, seen: Assessment, found: Assessment, saved: Assessment) -> str:
    """What stood in the file under a question, had been changed since it was seen, and was replaced; empty if nothing.

    All that is left as it was found is kept, and needs no word.
    """
    before, there, now = (_fields(one, key) for one in (seen, found, saved))
    lost = [name for name in there if there[name] not in (before.get(name), now.get(name))]
    if not lost:
        return ""
    what = ", ".join(f"{name}: {there[name]}" for name in lost)
    return _("The file was changed meanwhile. What you typed took the place of this: {what}.").format(what=what)


def _fields(assessment: Assessment, key: str) -> dict[str, str]:
    """What stands under a question, by field, as text."""
    if key.startswith(SUBJECT):
        value = assessment.subject.get(key.removeprefix(SUBJECT))
        return {} if value is None else {"value": str(value)}
    if key == "respondent.role":
        return {"value": assessment.respondent.role} if assessment.respondent.role else {}
    answer = assessment.answers.get(key)
    given = {} if answer is None else {name: getattr(answer, name) for name in COMPARED}
    return {name: _text(value) for name, value in given.items() if value not in (None, "skipped")}


def _text(value: object) -> str:
    return value.name if isinstance(value, CarriedBy) else str(value)
