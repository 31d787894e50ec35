"""The base of every model that is read from a file, and the small types that many of them share.

Modules with models do without `from __future__ import annotations`: pydantic would have to compile each annotation
again when the module is imported, and that is felt at every start of the program.
"""

import re
from functools import partial
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from mhscan.dates import DateError, check_date
from mhscan.patterns import is_quick

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FULL_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"
OBSERVATION_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*((\.[a-z0-9]+(-[a-z0-9]+)*){2})?$"
KEY_PATTERN = r"^[a-z0-9-]+\.[a-z0-9-]+(\.[a-z0-9-]+)?$"
WORDED_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){1,2}$"
VERSION_PATTERN = r"^[0-9]{1,9}\.[0-9]{1,9}\.[0-9]{1,9}$"
COMPARED_PATTERN = r"^(context|subject)\.[a-z0-9-]+$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SEEN_PATTERN = r"\S"
"""Something that can be seen: not only spaces."""
CONTEXT = "context."
"""The prefix under which the answer to a context question is kept."""
SUBJECT = "subject."
"""The prefix under which conditions and migrations name a field of the subject."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
FullId = Annotated[str, Field(pattern=FULL_ID_PATTERN, max_length=121)]
ObservationId = Annotated[str, Field(pattern=OBSERVATION_ID_PATTERN, max_length=182)]
"""The full id of an observation: `FACTOR.INDICATOR.ID`; in the levels of its own indicator only the last part."""
AnswerKey = Annotated[str, Field(pattern=KEY_PATTERN)]
"""The key of an answer: the full id of an indicator or observation, or `context.` and the id of a context question."""
WordedKey = Annotated[str, Field(pattern=WORDED_PATTERN, max_length=182)]
"""The full id of an indicator or observation, for which a questionnaire has its own words."""
ComparedKey = Annotated[str, Field(pattern=COMPARED_PATTERN)]
"""The key of a context question or a field of the subject, with its prefix."""
ClaimId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, pattern=SEEN_PATTERN)]
Given = Annotated[str, Field(min_length=1)]
"""A text that somebody gave in an interview: it is kept as it is, whatever can be seen of it."""
LARGEST = 10**15
"""No number in a file is larger: a float still tells such a number from the next one."""
Number = Annotated[int | float, Field(ge=-LARGEST, le=LARGEST)]
Weight = Annotated[int | float, Field(ge=0.001, le=1000)]
"""How heavily a part counts. Within these limits no sum or product of weights runs out of the numbers there are."""
Whole = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
Days = Annotated[int | float, Field(ge=0, le=36525)]
"""At most a century, so that a date with some days added is still a date."""
DayCount = Annotated[int, Field(ge=-36525, le=36525)]
"""Whole days from one date to another, at most a century; below 0 the other lies before it."""


def card_of(key: str) -> str:
    """The key of the question with which an answer is asked: of an observation its indicator, else the same."""
    return key.rpartition(".")[0] if key.count(".") == 2 else key


def _is_pattern(value: str, search: bool = False) -> str:
    """A regular expression that Python can read, and that cannot keep it busy."""
    try:
        re.compile(value)
        quick = is_quick(value, search)
    except (re.error, RecursionError, OverflowError) as error:
        context = {"reason": getattr(error, "msg", ""), "position": getattr(error, "pos", 0) or 0}
        raise PydanticCustomError("no_pattern", "no regular expression", context) from None
    if not quick:
        raise PydanticCustomError("slow_pattern", "a regular expression that can take for ever")
    return value


Pattern = Annotated[str, Field(max_length=500), AfterValidator(_is_pattern)]
"""A form that a whole text has."""
SearchPattern = Annotated[str, Field(max_length=500), AfterValidator(partial(_is_pattern, search=True))]
"""A form that a part of a text has."""


def _is_date(value: str) -> str:
    """A date that exists, and that can be meant."""
    try:
        return check_date(value)
    except DateError as error:
        kind = "no_such_day" if error.missing else "far_date"
        raise PydanticCustomError(kind, "{why}", {"why": str(error)}) from None


Date = Annotated[str, Field(pattern=DATE_PATTERN), AfterValidator(_is_date)]

T = TypeVar("T")
# Strict mode refuses a list where a tuple is meant; the items themselves stay strict.
Seq = Annotated[tuple[T, ...], Field(strict=False)]
Stored = bool | int | float | str | Seq[str]
"""The value of an answer as a file keeps it."""


class Strict(BaseModel):
    """A frozen model that refuses unknown keys and silent conversions."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=True, defer_build=True)


class Prose(Strict):
    """A text with the ids of the claims that it rests on."""

    text: Text
    sources: Seq[ClaimId] = ()


def _as_prose(value: Any) -> Any:
    """A bare text is short for a text without sources."""
    return {"text": value} if isinstance(value, str) else value


SourcedText = Annotated[Prose, BeforeValidator(_as_prose, json_schema_input_type=str | Prose)]
