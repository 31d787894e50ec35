"""Data to models: what pydantic finds wrong, each at its place in the file and in the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from mhscan.codes import problem
from mhscan.errors import Path, Problem
from mhscan.loading.characters import odd, seen
from mhscan.loading.document import Document
from mhscan.loading.fault_words import wording
from mhscan.loading.keys import most_at, pattern_at
from mhscan.loading.masking import HIDDEN, quotable
from mhscan.loading.near import Vocabulary, did_you_mean
from mhscan.loading.slips import KeySlips, missing_key, odd_words
from mhscan.loading.wrong_types import TYPES, WrongValue

M = TypeVar("M", bound=BaseModel)
Detail = dict[str, Any]


def to_model(document: Document, model: type[M], words: Vocabulary | None = None) -> tuple[M | None, list[Problem]]:
    """The document as a model, or all that keeps it from being one; `words` has the names of the pack, for hints."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, list(_Faults(document, model, words or Vocabulary()).problems(details(document, error)))


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


@dataclass(frozen=True)
class _Faults:
    """What pydantic says of a document, to problems."""

    document: Document
    model: type[BaseModel]
    words: Vocabulary

    def problems(self, found: list[tuple[Path, Detail]]) -> Iterator[Problem]:
        """A problem for each fault; a union tries each member, and one message about the same place is enough."""
        slips = list(KeySlips.among(self.document, self.model, found).problems())
        yield from slips
        # A number with a comma in it is a key too many, and the number before the comma may be out of bounds.
        told: set[object] = {one.location for one in slips}
        for path, detail in found:
            if detail["type"] != "extra_forbidden" and not missing_key(detail):
                one = self._wrong_value((*path, "type") if detail["type"] == "union_tag_invalid" else path, detail)
                if one is not None and told.isdisjoint((one.location, (one.location, one.code))):
                    told.add((one.location, one.code))
                    yield one

    def _wrong_value(self, path: Path, detail: Detail) -> Problem | None:
        """The problem of a value; none where the reader refused it already."""
        at_key, text = detail["loc"][-1:] == ("[key]",), detail["input"]
        span = self.document.span(path, at_key)
        if span is not None and not at_key and span[0] in self.document.faulty:
            return None
        said = wording(self._value(path, span, detail))
        n = odd(text) if said.code == "MH104" and isinstance(text, str) and " " not in text else -1
        if n >= 0:
            better = said.meant or seen(text)
            words = odd_words(self.document, path, text, n, at_key)
            return problem("MH104", *words, did_you_mean(better), suggestion=better)
        return problem(said.code, said.message, self.document.locate(path, at_key), said.hint, suggestion=said.meant)

    def _value(self, path: Path, span: tuple[int, int] | None, detail: Detail) -> WrongValue:
        """The value as it stands in the file; free text that somebody may have written about a person is hidden."""
        text, file = self.document.text, self.document.file
        if isinstance(detail["input"], str) and quotable(detail["input"], text, file) == HIDDEN:
            span, detail = None, {**detail, "input": HIDDEN, "ctx": {**detail.get("ctx", {}), "tag": HIDDEN}}
        source = text[slice(*span)] if span else ""
        behind = text[span[1] :].split("\n", 1)[0] if span else ""
        return WrongValue(detail, source, behind, pattern_at(self.model, path), most_at(self.model, path), self.words)
