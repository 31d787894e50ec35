"""The known word that somebody probably meant."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mhscan.base import CONTEXT
from mhscan.language import _
from mhscan.loading.characters import seen
from mhscan.loading.document import things

_TITLES = ("title", "label", "term")
"""The keys under which a thing with an id says what people call it."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one; empty where none is near.

    What only differs in capitals, dashes or signs that nobody sees goes first; then a full id with the same end.
    """
    # Cheapest first: equal after folding, an equal last part, then the Ratcliff-Obershelp ratio of difflib.
    words = list(known)
    same = {_bare(one): one for one in reversed(words)}
    if _bare(word) in same:
        return same[_bare(word)]
    ends = [one for one in words if _end(one) == _end(seen(word)) and "." in one + word]
    if len(ends) == 1:
        return ends[0]
    return next(iter(difflib.get_close_matches(seen(word), words, n=1, cutoff=0.6)), "")


def _bare(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", seen(word).casefold())


def _end(word: str) -> str:
    return word.rpartition(".")[2]


def suggest(word: str, known: list[str]) -> str:
    """A question that names the known word most like this one; empty where none is near."""
    near = nearest(word, known)
    return did_you_mean(near) if near else ""


def did_you_mean(word: str) -> str:
    """The question whether a word was meant."""
    return _("Did you mean '{word}'?").format(word=word)


def meant(word: str, known: list[str]) -> tuple[str, str]:
    """A hint for a word that is not known, and the word that was probably meant; empty where none is near."""
    near = nearest(word, known)
    if near or not known:
        return did_you_mean(near) if near else "", near
    return possible(known), ""


def possible(known: Iterable[object]) -> str:
    """A hint that lists what can stand at a place: the first dozen of it."""
    words = [str(one) for one in known]
    more = ", …" if len(words) > 12 else ""
    return _("Possible here: {keys}.").format(keys=", ".join(words[:12]) + more)


def as_id(text: str) -> str:
    """A text as it can be an id: small letters without accents, digits and dashes; empty where nothing is left."""
    plain = unicodedata.normalize("NFKD", seen(text)).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


@dataclass
class Vocabulary:
    """The names in the files of a pack, whether or not their shape is right: what people call things, and full ids."""

    titles: dict[str, set[str]] = field(default_factory=dict)
    full: set[str] = field(default_factory=set)

    def add(self, data: Any) -> None:
        """Take in the names of a file."""
        for _key, thing in things(data):
            for title in (thing[key] for key in _TITLES if isinstance(thing.get(key), str)):
                self.titles.setdefault(title.casefold(), set()).add(thing["id"])
        if isinstance(data, dict):
            self.full |= {f"{data.get('id')}.{one}" for one in _ids(data.get("indicators"))}
            self.full |= {CONTEXT + one for one in _ids(data.get("context"))}

    def id_for(self, value: str, known: set[str] | None = None) -> str:
        """The one id of what is called so; empty without one. With `known`, only one of these."""
        ids = self.titles.get(seen(value).casefold(), set())
        found = ids if known is None else ids & known
        return next(iter(found)) if len(found) == 1 else ""

    def full_id_for(self, value: str) -> str:
        """The one full id with this end, or of what is called so; empty without one."""
        end = _end(self.id_for(value) or as_id(value.rpartition(".")[2]))
        found = [one for one in self.full if _end(one) == end]
        return found[0] if len(found) == 1 else ""


def _ids(items: object) -> list[str]:
    """The ids of the items of a list; none where it is no list."""
    listed = items if isinstance(items, list) else []
    return [one["id"] for one in listed if isinstance(one, dict) and isinstance(one.get("id"), str)]
