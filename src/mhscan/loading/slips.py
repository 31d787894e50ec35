"""Keys that are missing, and keys that have no meaning: often one slip, and then one problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from mhscan.codes import problem
from mhscan.errors import Location, Path, Problem, Severity
from mhscan.language import _
from mhscan.loading.characters import named, odd, seen
from mhscan.loading.document import Document
from mhscan.loading.keys import keys_at
from mhscan.loading.masking import quotable
from mhscan.loading.near import did_you_mean, meant, nearest


@dataclass(frozen=True)
class KeySlips:
    """The keys that a document lacks and those that it has for nothing, by the place of the mapping."""

    document: Document
    model: type[BaseModel]
    missing: dict[Path, list[str]]
    unknown: dict[Path, list[str]]

    @classmethod
    def among(cls, document: Document, model: type[BaseModel], found: list[tuple[Path, dict[str, Any]]]) -> KeySlips:
        """Those among what pydantic says; where a mapping lacks a key, also the keys that it keeps for nothing."""
        missing: dict[Path, list[str]] = {}
        unknown: dict[Path, list[str]] = {}
        for path, detail in found:
            if key := missing_key(detail):
                missing.setdefault(path, []).append(key)
            elif detail["type"] == "extra_forbidden":
                unknown.setdefault(path[:-1], []).append(str(path[-1]))
        for path in missing:
            data, known = document.at(path), keys_at(model, path)
            unknown.setdefault(path, [one for one in data if known and one not in known])
        return cls(document, model, missing, {path: list(dict.fromkeys(keys)) for path, keys in unknown.items()})

    def problems(self) -> Iterator[Problem]:
        """A problem for each unknown key, and for each missing one that no unknown key stands for."""
        for path, keys in self.unknown.items():
            meant_by = self._meant_by(path)
            known = sorted(keys_at(self.model, path))
            for key in keys:
                # In a union a key can be known to another member than the one that is meant.
                others = [one for one in known if one != key]
                yield Stray(self.document, (*path, key), others, meant_by.get(key, "")).problem()
        for path, keys in self.missing.items():
            if id(self.document.at(path)) not in self.document.partial:
                stood_for = self._meant_by(path).values()
                yield from (self._missing_key(path, key) for key in dict.fromkeys(keys) if key not in stood_for)

    def _meant_by(self, path: Path) -> dict[str, str]:
        """For each unknown key the missing one that it stands for.

        That is the nearest one; else the only one that is left, where only one unknown key is left too.
        """
        missing, known = self.missing.get(path, []), sorted(keys_at(self.model, path))
        near = {key: nearest(first_word(key, known), [*{*known} - {key}]) for key in self.unknown.get(path, [])}
        found = {key: word for key, word in near.items() if word in missing}
        lost = [one for one in dict.fromkeys(missing) if one not in found.values()]
        loose = [key for key, word in near.items() if not word and not is_half(self.document, (*path, key))]
        if len(lost) == 1 and len(loose) == 1:
            found[loose[0]] = lost[0]
        return found

    def _missing_key(self, path: Path, key: str) -> Problem:
        message = _("the key '{key}' is missing").format(key=key)
        place = self.document.locate(path) if path else self.document.top()
        return problem("MH101", message, place, _("Add a line '{key}: ...' here.").format(key=key))


@dataclass(frozen=True)
class Stray:
    """A key that has no meaning where it stands; `stands_for` is the missing one that was probably meant."""

    document: Document
    path: Path
    known: list[str]
    stands_for: str = ""

    @property
    def key(self) -> str:
        """The key itself."""
        return str(self.path[-1])

    def problem(self, otherwise: str = "", severity: Severity = "error") -> Problem:
        """What is wrong with it, by what it looks like; `otherwise` is the hint where nothing near is known."""
        return replace(self._odd() or self._comma() or self._no_sign() or self._strange(otherwise), severity=severity)

    def _odd(self) -> Problem | None:
        """The problem of a key with a character in it that is not what it seems."""
        n = odd(self.key)
        if n < 0:
            return None
        near = nearest(self.key, self.known)
        words = odd_words(self.document, self.path, self.key, n, at_key=True)
        return problem("MH102", *words, did_you_mean(near or seen(self.key)), suggestion=near)

    def _strange(self, otherwise: str) -> Problem:
        hint, near = meant(self.key, self.known)
        if self.stands_for and not near:
            hint, near = did_you_mean(self.stands_for) + " " + _("That key is missing here."), self.stands_for
        elif not near and otherwise:
            hint = otherwise
        elif not near and is_half(self.document, self.path):
            hint = _("If this belongs to the text before it, put quotes around the whole text.") + " " + hint
        key = quotable(self.key, self.document.text, self.document.file)
        message = _("unknown key '{key}'").format(key=key)
        return problem("MH102", message, self.document.locate(self.path, at_key=True), hint, suggestion=near)

    def _no_sign(self) -> Problem | None:
        """The problem of a key with its value in it, since the colon or the space behind it was left out."""
        word = first_word(self.key, self.known)
        if word == self.key:
            return None
        colon, space = _("there is no colon behind '{key}'"), _("there is no space behind the colon of '{key}'")
        message = (space if ":" in self.key else colon).format(key=word)
        hint = _("Write '{key}: ' and then the value.").format(key=word)
        return problem("MH102", message, self.document.locate(self.path, at_key=True), hint)

    def _comma(self) -> Problem | None:
        """The problem of a number with a comma in it, which in `{}` makes a key of what follows."""
        span, text = self.document.span(self.path, at_key=True), self.document.text
        found = re.search(r"([-+]?\d+),$", text[: span[0]]) if span and self.key.isdigit() else None
        if span is None or found is None:
            return None
        message = _("'{value}' is no number here, but two values").format(value=f"{found[1]},{self.key}")
        better = f"{found[1]}.{self.key}"
        hint = _("Write a point in the place of the comma: {number}.").format(number=better)
        return problem("MH102", message, self.document.place(found.start(), span[1]), hint, suggestion=better)


def is_half(document: Document, path: Path) -> bool:
    """Whether a key has no value, as what follows a comma in a text has."""
    return bool(document.at(path) is None)


def odd_words(document: Document, path: Path, name: str, n: int, at_key: bool = False) -> tuple[str, Location]:
    """What is said of a name with a character at `n` that is not what it seems, and where that character stands."""
    span = document.span(path, at_key)
    message = _("{character} stands in '{name}'").format(character=named(name[n]), name=seen(name))
    found = document.text.find(name[n], *span) if span else -1
    return message, document.place(found, found + 1) if found >= 0 else document.locate(path, at_key)


def missing_key(detail: dict[str, Any]) -> str:
    """The key that is missing, where an error is about one; a question of which the type is not given lacks that."""
    if detail["type"] == "missing":
        return str(detail["loc"][-1])
    no_type = detail["type"] == "union_tag_not_found" and detail["ctx"]["discriminator"] == "'type'"
    return "type" if no_type and isinstance(detail["input"], dict) else ""


def first_word(key: str, known: list[str]) -> str:
    """The known key that a key starts with, before a colon or space without its sign; else the key itself."""
    first = re.split(r"[: ]", key, maxsplit=1)[0]
    return first if first != key and first in known else key
