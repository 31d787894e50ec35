"""What stands in a plan as words, and back: a status, an owner, a date."""

from __future__ import annotations

from functools import cache
from typing import cast

from mhscan.dates import DateError, date_words, read_date
from mhscan.language import _, available, speaking
from mhscan.pack.pack import Pack, label
from mhscan.plans.model import STATUSES, Status
from mhscan.questions.base import AnswerError
from mhscan.text import folded


def status_words(status: Status) -> str:
    """What became of an action, in words."""
    words = {"todo": _("to do"), "doing": _("being done"), "done": _("done"), "dropped": _("given up")}
    return words[status]


def field_name(key: str) -> str:
    """What a field of an action in the plan is called."""
    return {"status": _("status"), "owner": _("owner"), "due": _("end date"), "note": _("note")}[key]


def value_words(pack: Pack, key: str, value: str | None) -> str:
    """What stands in a field of an action, in words; a dash for nothing."""
    if not value:
        return "-"
    if key == "status":
        return status_words(cast("Status", value))
    if key == "due":
        return date_words(value)
    return label(pack.model.roles, value) or value if key == "owner" else value


def field_words(pack: Pack, key: str, value: str | None) -> str:
    """A field of an action with what stands in it."""
    return f"{field_name(key)} {value_words(pack, key, value)}"


def read_field(pack: Pack, key: str, text: str) -> str | None:
    """What somebody wrote for a field of an action, as it stands in the plan; nothing for no word.

    Raises:
        AnswerError: it cannot stand there; the message says why, and what can.
    """
    if key == "status":
        return read_status(text)
    if key == "owner":
        return read_owner(pack, text)
    return read_due(text) if key == "due" else text or None


def read_status(text: str) -> Status:
    """The status that a word stands for, in any language or as it stands in the file; no word is `todo`.

    Raises:
        AnswerError: it stands for none.
    """
    words = _statuses()
    wanted = folded(text)
    if not wanted:
        return "todo"
    if wanted not in words:
        known = ", ".join(status_words(one) for one in STATUSES)
        raise AnswerError(_("'{value}' is no status; possible: {known}").format(value=text, known=known))
    return words[wanted]


@cache
def _statuses() -> dict[str, Status]:
    """Each status by its id and its words, in all languages."""
    words: dict[str, Status] = {one: one for one in STATUSES}
    for language in available():
        with speaking(language):
            words |= {folded(status_words(one)): one for one in STATUSES}
    return words


def read_owner(pack: Pack, text: str) -> str | None:
    """The id of a role, from its id or its label; nothing for no word.

    Raises:
        AnswerError: the pack has no such role.
    """
    words = {folded(word): role.id for role in pack.model.roles for word in (role.label, role.id)}
    wanted = folded(text)
    if not wanted:
        return None
    if wanted not in words:
        known = ", ".join(role.label for role in pack.model.roles)
        raise AnswerError(_("'{value}' is no role; possible: {known}").format(value=text, known=known))
    return words[wanted]


def read_due(text: str) -> str | None:
    """A date as YYYY-MM-DD; nothing for no word.

    Raises:
        AnswerError: there is no such date, or it can be read in two ways.
    """
    try:
        return read_date(text) if text.strip() else None
    except DateError as error:
        raise AnswerError(str(error)) from None
