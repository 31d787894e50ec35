"""What stands in a plan as words, and back: a status, an owner, a date."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.language import _, available, speaking
from mhscan.pack.pack import Pack
from mhscan.plans.model import STATUSES, Status
from mhscan.questions.base import AnswerError
from mhscan.questions.date import read_date


def status_words(status: Status) -> str:
    """What became of an action, in words."""
    words = {"todo": _("to do"), "doing": _("being done"), "done": _("done"), "dropped": _("given up")}
    return words[status]


def read_status(text: str) -> Status:
    """The status that a word stands for, in any language or as it stands in the file; no word is `todo`.

    Raises:
        AnswerError: it stands for none.
    """
    words: dict[str, Status] = {one: one for one in STATUSES}
    words |= {word.casefold(): one for one, word in _in_all_languages()}
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return "todo"
    if wanted not in words:
        known = ", ".join(status_words(one) for one in STATUSES)
        raise AnswerError(_("'{value}' is no status; possible: {known}").format(value=text, known=known))
    return words[wanted]


def _in_all_languages() -> Iterator[tuple[Status, str]]:
    for language in available():
        with speaking(language):
            yield from [(one, status_words(one)) for one in STATUSES]


def read_owner(pack: Pack, text: str) -> str | None:
    """The id of a role, from its id or its label; nothing for no word.

    Raises:
        AnswerError: the pack has no such role.
    """
    words = {word.casefold(): role.id for role in pack.model.roles for word in (role.label, role.id)}
    wanted = " ".join(text.split()).casefold()
    if not wanted:
        return None
    if wanted not in words:
        known = ", ".join(role.label for role in pack.model.roles)
        raise AnswerError(_("'{value}' is no role; possible: {known}").format(value=text, known=known))
    return words[wanted]


def read_due(text: str) -> str | None:
    """A date as YYYY-MM-DD; nothing for no word.

    Raises:
        AnswerError: there is no such date.
    """
    if not text.strip():
        return None
    try:
        return read_date(text)
    except AnswerError as error:
        wrong = _("'{text}' is no date.").format(text=text)
        raise AnswerError(f"{wrong} {error}") from None
