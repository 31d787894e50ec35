"""The base of every model that is read from a file, and the small types that many of them share.

Modules with models do without `from __future__ import annotations`: pydantic would have to compile each annotation
again when the module is imported, and that is felt at every start of the program.
"""

import datetime as dt
import re
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
FULL_ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$"
DATE_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
SEEN_PATTERN = r"\S"
"""Something that can be seen: not only spaces."""
CONTEXT = "context."
"""The prefix under which the answer to a context question is kept."""

Id = Annotated[str, Field(pattern=ID_PATTERN, max_length=60)]
FullId = Annotated[str, Field(pattern=FULL_ID_PATTERN, max_length=121)]
ClaimId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", max_length=40)]
Text = Annotated[str, Field(min_length=1, pattern=SEEN_PATTERN)]
Given = Annotated[str, Field(min_length=1)]
"""A text that somebody gave in an interview: it is kept as it is, whatever can be seen of it."""
Number = int | float


def _is_pattern(value: str) -> str:
    """A regular expression that Python can read."""
    try:
        re.compile(value)
    except re.error as error:
        context = {"reason": error.msg, "position": error.pos or 0}
        raise PydanticCustomError("no_pattern", "no regular expression", context) from None
    return value


Pattern = Annotated[str, AfterValidator(_is_pattern)]


def _is_date(value: str) -> str:
    """A date that exists."""
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("no_such_day", "no day") from None
    return value


Date = Annotated[str, Field(pattern=DATE_PATTERN), AfterValidator(_is_date)]

T = TypeVar("T")
# Strict mode refuses a list where a tuple is meant; the items themselves stay strict.
Seq = Annotated[tuple[T, ...], Field(strict=False)]


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
