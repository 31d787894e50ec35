"""Data to models: what pydantic finds wrong, each at its place in the file and in the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mhscan.codes import problem
from mhscan.errors import Path, Problem
from mhscan.loading.characters import odd, seen
from mhscan.loading.document import Document
from mhscan.loading.keys import most_at, pattern_at
from mhscan.loading.masking import HIDDEN, quotable
from mhscan.loading.near import Vocabulary, did_you_mean, meant, nearest, suggest
from mhscan.loading.slips import Slips, missing_key, odd_words
from mhscan.loading.wording import TYPES, Value, wording

__all__ = ["details", "meant", "nearest", "path_in_data", "shape", "suggest"]
M = TypeVar("M", bound=BaseModel)
Detail = dict[str, Any]


def shape(document: Document, model: type[M], words: Vocabulary = Vocabulary()) -> tuple[M | None, list[Problem]]:  # noqa: B008  it is only read
    """The document as a model, or all that keeps it from being one; `words` has the names of the pack, for hints."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, list(_problems(document, model, words, details(document, error)))


def details(document: Document, error: ValidationError) -> list[tuple[Path, Detail]]:
    """What pydantic says, each with its path in the data, without what only follows from the rest."""
    details = [(path_in_data(document.data, one["loc"]), dict(one)) for one in error.errors(include_url=False)]
    fractions = {path for path, one in details if one["type"] == "float_type"}
    details = [(path, one) for path, one in details if one["type"] != "int_type" or path not in fractions]
    above = {path[:n] for path, _detail in details for n in range(len(path))}
    return [(path, one) for path, one in details if not _follows(path, one, above)]


def _follows(path: Path, detail: dict[str, Any], above: set[Path]) -> bool:
    """Whether an error is only there since another is: `above` has the paths inside which there are others.

    A list counts as too short if items in it are wrong; and where a union takes a list or a mapping, the member that
    is not meant finds the whole of it wrong.
    """
    if detail["type"] == "too_short":
        return len(detail["input"]) >= int(detail["ctx"]["min_length"])
    return detail["type"] in TYPES and path in above


def path_in_data(data: Any, loc: Path) -> Path:
    """The part of a pydantic location that exists in the data.

    Pydantic puts the names of union members between the keys: the type of a question, or a name that is no key of the
    data at that place.
    """
    path: list[str | int] = []
    here = data
    tagged = False
    for n, step in enumerate(loc):
        if isinstance(here, dict) and not tagged and step == here.get("type") and n + 1 < len(loc):
            tagged = True
        elif _is_inside(here, step):
            path.append(step)
            here = here[step]
            tagged = False
    return tuple(path)


def _is_inside(here: Any, step: str | int) -> bool:
    if isinstance(here, list):
        return isinstance(step, int) and step < len(here)
    return isinstance(here, dict) and step in here


def _problems(
    document: Document, model: type[BaseModel], words: Vocabulary, found: list[tuple[Path, Detail]]
) -> Iterator[Problem]:
    """A problem for each fault; a union tries each of its members, and one message about the same place is enough."""
    slips = list(Slips.among(document, model, found).problems())
    yield from slips
    # A number with a comma in it is a key too many, and the number before the comma may be out of bounds.
    said: set[object] = {one.location for one in slips}
    for path, detail in found:
        if detail["type"] == "extra_forbidden" or missing_key(detail):
            continue
        one = _wrong_value(document, model, words, path, detail)
        if one is not None and said.isdisjoint((one.location, (one.location, one.code))):
            said.add((one.location, one.code))
            yield one


def _wrong_value(
    document: Document, model: type[BaseModel], words: Vocabulary, path: Path, detail: Detail
) -> Problem | None:
    """The problem of a value; none where the reader refused it already."""
    if detail["type"] == "union_tag_invalid":
        path = (*path, "type")
    at_key = detail["loc"][-1:] == ("[key]",)
    span = document.span(path, at_key)
    if span is not None and not at_key and span[0] in document.faulty:
        return None
    source = document.text[slice(*span)] if span else ""
    behind = document.text[span[1] :].split("\n", 1)[0] if span else ""
    value = detail["input"]
    if isinstance(value, str) and quotable(value, document.text, document.file) != value:
        detail = {**detail, "input": HIDDEN, "ctx": {**detail.get("ctx", {}), "tag": HIDDEN}}
        source = behind = ""
    said = wording(Value(detail, source, behind, pattern_at(model, path), most_at(model, path), words))
    if said.code == "MH104" and isinstance(value, str) and " " not in value and (n := odd(value)) >= 0:
        better = said.meant or seen(value)
        return problem("MH104", *odd_words(document, path, value, n, at_key), did_you_mean(better), suggestion=better)
    return problem(said.code, said.message, document.locate(path, at_key), said.hint, suggestion=said.meant)
