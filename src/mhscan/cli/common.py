"""What several commands share: the time, and reading what somebody typed."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from mhscan.answers.names import called_now, factors_now
from mhscan.dates import FIRST, LAST, DateError, read_date
from mhscan.errors import InputError, UsageError
from mhscan.interview.face import EndOfInput, LineInput
from mhscan.language import _
from mhscan.loading.near import suggest
from mhscan.pack.pack import Pack
from mhscan.pack.questionnaire import Questionnaire
from mhscan.plans.reading import target_problem
from mhscan.text import folded
from mhscan.ui import lines

EPOCH = "SOURCE_DATE_EPOCH"
"""Fixes the time, for whoever has to make the same bytes again."""
EPOCH_DIGITS = 10
"""In seconds, up to the year 2286."""

SHOWN = 20
"""So many of what is possible are named in a hint; a longer list is no help."""


def now() -> dt.datetime:
    """The time, in the local zone; SOURCE_DATE_EPOCH fixes it.

    Raises:
        UsageError: that holds no moment that can be meant.
    """
    fixed = os.environ.get(EPOCH)
    if not fixed:
        return dt.datetime.now().astimezone()
    if fixed.isascii() and fixed.isdecimal() and len(fixed) <= EPOCH_DIGITS:
        moment = dt.datetime.fromtimestamp(int(fixed), dt.UTC)
        if FIRST <= moment.date() <= LAST:
            return moment
    message = _("The setting {name} holds no moment: '{value}'.").format(name=EPOCH, value=fixed)
    hint = _("Write the seconds since 1 January 1970 in it, such as 1767225600, or take it away.")
    raise UsageError(message, hint)


def today() -> str:
    """The date, as YYYY-MM-DD."""
    return now().date().isoformat()


def timestamp() -> str:
    """The time of an answer, to the second."""
    return now().isoformat(timespec="seconds")


def once(keys: Iterable[str]) -> None:
    """Make sure that nothing is named twice: nobody can tell which of the two is meant.

    Raises:
        UsageError: something is.
    """
    twice = [key for key, count in Counter(keys).items() if count > 1]
    if twice:
        raise UsageError(_("'{id}' is named twice.").format(id=twice[0]), _("Name it once. Nothing is saved."))


def parse_level(pack: Pack, text: str) -> tuple[str, int]:
    """The id and the level in a text `ID=LEVEL`, of a factor or an indicator.

    Raises:
        InputError: the pack has no such id, or it cannot reach that level.
    """
    key, _equals, raw = (part.strip() for part in text.partition("="))
    key = factors_now(pack).get(key) or called_now(pack, key)
    if not re.fullmatch(r"-?[0-9]{1,6}", raw):
        raise InputError(
            _("'{text}' is no target.").format(text=text), _("Write ID=LEVEL, with a whole number for the level.")
        )
    wrong = target_problem(pack, key, int(raw))
    if wrong is not None:
        raise InputError(f"{text}: {wrong[1]}.", wrong[2])
    return key, int(raw)


def parse_date(text: str) -> str | None:
    """A date as YYYY-MM-DD; nothing for an empty text.

    Raises:
        InputError: there is no such date, or it can be read in two ways.
    """
    try:
        return read_date(text) if text else None
    except DateError as error:
        raise InputError(str(error), _("Nothing is saved.")) from None


def ask_line(prompt: str, text: bool = False) -> str:
    """A word, or a free text, from a person or as the next line of a pipe, without the spaces around it.

    Raises:
        EndOfInput: there is none.
        InputError: the line of a pipe is no text.
    """
    return lines.ask_line(prompt, LineInput(text=text)).strip()


def yes(prompt: str) -> bool:
    """Whether a person at the keyboard says yes."""
    try:
        answer = ask_line(f"{prompt} [{_('yes')}/{_('no')}]").casefold()
    except EndOfInput:
        return False
    return bool(answer) and _("yes").startswith(answer)


def choose(name: str, wanted: str, known: Mapping[str, str]) -> str:
    """The id that a word stands for: one of `known` itself, or the words that go with it.

    Raises:
        InputError: there is no such id.
    """
    ids = {folded(label): key for key, label in known.items()} | {folded(key): key for key in known}
    if folded(wanted) in ids:
        return ids[folded(wanted)]
    named = [key if folded(key) == folded(label) else f"{key} ({label})" for key, label in known.items()]
    listed = ", ".join([*named[:SHOWN], *(["..."] if len(named) > SHOWN else [])])
    hint = suggest(wanted, [*known]) or _("Possible here: {keys}.").format(keys=listed)
    raise InputError(_("There is no {name} '{wanted}'.").format(name=name, wanted=wanted), hint)


def pick_questionnaire(pack: Pack, wanted: str) -> Questionnaire:
    """The questionnaire with this id; where none is asked for, the longest that asks for the view of the subject.

    Raises:
        InputError: there is none with this id.
    """
    by_id = {questionnaire.id: questionnaire for questionnaire in pack.questionnaires}
    if wanted:
        return by_id[choose(_("questionnaire"), wanted, {key: one.title for key, one in by_id.items()})]
    own = [one for one in by_id.values() if one.perspective == "own"] or [*by_id.values()]
    return max(own, key=lambda questionnaire: len(questionnaire.asks()))
