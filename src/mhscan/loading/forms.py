"""The forms that a text can need to have, in words: nobody should have to read a regular expression."""

from __future__ import annotations

import re
from collections.abc import Callable

from mhscan.base import (
    COMPARED_PATTERN,
    CONTEXT,
    DATE_PATTERN,
    FULL_ID_PATTERN,
    ID_PATTERN,
    KEY_PATTERN,
    OBSERVATION_ID_PATTERN,
    SEEN_PATTERN,
    SUBJECT,
    VERSION_PATTERN,
    WORDED_PATTERN,
)
from mhscan.dates import DateError, read_date
from mhscan.language import N_, _
from mhscan.loading.near import Vocabulary, as_id

CONTEXT_PATTERN = r"^context\.[a-z0-9-]+$"
LANGUAGE_PATTERN = r"^[a-z]{2,3}$"
FORMS = {
    ID_PATTERN: N_("Write lower case, digits and dashes, such as 'second-step'."),
    FULL_ID_PATTERN: N_("Write the id of a factor, a dot and the id in it, such as 'factor.second-step'."),
    WORDED_PATTERN: N_(
        "Write the id of an indicator, such as 'factor.step', or of a fact of it, such as 'factor.step.fact'."
    ),
    OBSERVATION_ID_PATTERN: N_(
        "Write the id of an observation; outside its own levels in full, such as 'factor.second-step.third-thing'."
    ),
    KEY_PATTERN: N_(
        "Write the id of a factor, a dot and the id in it, such as 'factor.second-step'; or 'context.' and an id."
    ),
    r"^[a-z0-9-]+(\.[a-z0-9-]+)?$": N_("Write the id of a factor, or of an indicator, such as 'factor.second-step'."),
    r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$": N_("Write A to Z, digits and dashes, such as 'BK-1'."),
    VERSION_PATTERN: N_("Write three numbers with dots, such as 1.0.0."),
    CONTEXT_PATTERN: N_("Write 'context.' and the id of a question, such as 'context.first-day'."),
    COMPARED_PATTERN: N_("Write 'context.' or 'subject.' and the id of a question, such as 'context.first-day'."),
    LANGUAGE_PATTERN: N_("Write the code of a language in lower case, such as nl or en."),
    r"^[a-z0-9-]*$": N_("Write lower case, digits and dashes: the name of the template without what follows the dot."),
    r"^#[0-9A-Fa-f]{6}$": N_("Write # and six signs from 0 to 9 and a to f, in quotes, such as '#1f4e79'."),
    r"^[A-Za-z0-9][A-Za-z0-9 -]*$": N_("Write the name of one font, without other signs than spaces and dashes."),
    DATE_PATTERN: N_("Write year, month and day, such as 2026-05-31."),
    SEEN_PATTERN: N_("Write a text, or leave the line out."),
}
"""Each pattern that a model has, in words."""
_LANGUAGES = {"nederlands": "nl", "dutch": "nl", "english": "en", "engels": "en", "frans": "fr", "french": "fr",
              "deutsch": "de", "duits": "de", "german": "de", "fries": "fy", "frysk": "fy"}  # fmt: skip


def form(pattern: str) -> str:
    """What a text of this form looks like, in the language in use."""
    return _(FORMS.get(pattern, N_("Write it in another form.")))


def mended(value: str, pattern: str, words: Vocabulary) -> str:
    """The value that was probably meant, in the form that a pattern asks for; empty where nobody can tell."""
    stripped = value.strip().rstrip(",;")
    mend = _MEND.get(pattern)
    better = mend(stripped, words) if mend else as_id(stripped)
    return better if better != value and re.fullmatch(pattern.removeprefix("^").removesuffix("$"), better) else ""


def _id(value: str, words: Vocabulary) -> str:
    """The id of what is called so; else the text as an id, without the factor or 'context' that stands before it."""
    own = value.rpartition(".")[2] if re.fullmatch(r"[\w-]+\.[\w-]+", value) else value
    named = words.id_for(value)
    return named if named and named != value else as_id(own)


def _full_id(value: str, words: Vocabulary) -> str:
    return words.full_id_for(value) or ".".join(as_id(one) for one in value.split("."))


def _context(value: str, _words: Vocabulary) -> str:
    return CONTEXT + as_id(value.removeprefix(CONTEXT))


def _compared(value: str, words: Vocabulary) -> str:
    """A key with its prefix; without one, a context question is meant."""
    return SUBJECT + as_id(value.removeprefix(SUBJECT)) if value.startswith(SUBJECT) else _context(value, words)


def _version(value: str, _words: Vocabulary) -> str:
    numbers = re.findall(r"\d+", value)
    return ".".join([*numbers, "0", "0"][:3]) if 0 < len(numbers) <= 3 and "-" not in value else ""


def _language(value: str, _words: Vocabulary) -> str:
    return _LANGUAGES.get(as_id(value), as_id(value).split("-")[0])


def _date(value: str, _words: Vocabulary) -> str:
    """A date that was written in another form, where it can mean one day only."""
    try:
        return read_date(value)
    except DateError:
        return ""


_MEND: dict[str, Callable[[str, Vocabulary], str]] = {
    ID_PATTERN: _id,
    FULL_ID_PATTERN: _full_id,
    WORDED_PATTERN: _full_id,
    KEY_PATTERN: _full_id,
    CONTEXT_PATTERN: _context,
    COMPARED_PATTERN: _compared,
    VERSION_PATTERN: _version,
    DATE_PATTERN: _date,
    LANGUAGE_PATTERN: _language,
    SEEN_PATTERN: lambda _value, _words: "",
}
"""What makes the meant text out of one in another form, with the names of the pack; an id of its signs elsewhere."""
