"""The things in a pack, each with its place: what is told apart when two packs are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mhscan.diff.kinds import CLAIM, ENTRY, FACTOR, GLOSSARY, INDICATOR, MODEL, QUESTIONNAIRE, ROOTS, SOURCE, Kind
from mhscan.errors import Location
from mhscan.errors import Path as DataPath
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.glossary import Glossary
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source

Data = dict[str, Any]
Things = dict[str, "Thing"]


@dataclass(frozen=True)
class Thing:
    """Something in a pack: its kind, full id, data, and where it stands; `aliases` are its full ids of before."""

    kind: Kind
    id: str
    part: Part
    path: DataPath
    data: Data
    aliases: tuple[str, ...] = ()

    def value(self, key: str) -> Any:
        """The value of a key, of which the steps are set apart by dots; None where there is none."""
        here: Any = self.data
        for step in key.split("."):
            here = here.get(step) if isinstance(here, dict) else None
        return here

    def locate(self, key: str = "") -> Location:
        """Where the thing stands, or a key of it; the thing itself where the key is not written."""
        path = (*self.path, *key.split(".")) if key else self.path
        return self.part.document.locate(path)

    def parts(self, key: str, kind: Kind) -> dict[str, Thing]:
        """The things inside this one under a key, by what tells them apart here."""
        found: dict[str, Thing] = {}
        for name, path, data in _items(kind, key, self.value(key)):
            full = kind.prefix + ".".join(one for one in (self.id, name) if one)
            found.setdefault(name, Thing(kind, full, self.part, (*self.path, *path), data))
        return found

    def names(self, key: str) -> list[str]:
        """The order of a list of things or ids."""
        value = self.value(key)
        return [str(one.get("id")) if isinstance(one, dict) else str(one) for one in value or ()]


def _items(kind: Kind, key: str, value: Any) -> Iterator[tuple[str, DataPath, Data]]:
    """What stands under a key, each with what it is called, its path and its data."""
    steps: DataPath = tuple(key.split("."))
    if value is None:
        return
    if kind is ENTRY:
        yield from ((one["id"], one["path"], one) for one in value)
    elif not kind.key:
        yield "", steps, value
    elif isinstance(value, dict):
        yield from ((name, (*steps, name), one) for name, one in value.items())
    else:
        yield from ((str(one[kind.key]), (*steps, n), one) for n, one in enumerate(value))


def things(folder: Folder) -> dict[str, Things]:
    """The things that are told apart in a whole pack, by kind and full id."""
    found: dict[str, Things] = {kind.name: {} for kind in ROOTS}
    for one in _all(folder):
        found[one.kind.name].setdefault(one.id, one)
    return found


def _all(folder: Folder) -> Iterator[Thing]:
    for part, model in folder.of(Model):
        yield Thing(MODEL, "", part, (), _dump(model))
    for part, factor in folder.of(Factor):
        yield from _factor(part, _dump(factor))
    for part, questionnaire in folder.of(Questionnaire):
        yield _questionnaire(part, _dump(questionnaire))
    for part, source in folder.of(Source):
        data = _dump(source)
        claims = data.pop("claims")
        yield Thing(SOURCE, data["id"], part, (), data)
        for n, claim in enumerate(claims):
            yield Thing(CLAIM, claim["id"], part, ("claims", n), {**claim, "source": data["id"]})
    for part, glossary in folder.of(Glossary):
        yield Thing(GLOSSARY, "", part, (), _dump(glossary))


def _dump(value: Any) -> Data:
    """The data with its defaults, so that it makes no difference whether a default is written."""
    data: Data = value.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def _factor(part: Part, data: Data) -> Iterator[Thing]:
    indicators = data["indicators"]
    names = {"indicators": [one["id"] for one in indicators]}
    yield Thing(FACTOR, data["id"], part, (), {**data, **names}, tuple(data.get("aliases", ())))
    for n, one in enumerate(indicators):
        # A factor that was called otherwise gave its indicators other full ids too.
        before = tuple(f"{alias}.{one['id']}" for alias in data.get("aliases", ()))
        full = f"{data['id']}.{one['id']}"
        more = {"factor": data["id"], "levels": _named_in_full(one["levels"], full)}
        yield Thing(INDICATOR, full, part, ("indicators", n), {**one, **more}, (*one.get("aliases", ()), *before))


def _named_in_full(value: Any, indicator: str) -> Any:
    """The levels of an indicator with the full ids of the observations in their conditions, as they stand elsewhere."""
    if isinstance(value, list):
        return [_named_in_full(one, indicator) for one in value]
    if not isinstance(value, dict):
        return value
    name = value.get("observation", "")
    full = {"observation": f"{indicator}.{name}"} if name and "." not in name else {}
    return {**{key: _named_in_full(one, indicator) for key, one in value.items()}, **full}


def _questionnaire(part: Part, data: Data) -> Thing:
    sections = data.pop("sections")
    ask = [
        {"id": key, "path": ("sections", n, "ask", m)}
        for n, section in enumerate(sections)
        for m, key in enumerate(section["ask"])
    ]
    headings = [section["title"] for section in sections]
    return Thing(QUESTIONNAIRE, data["id"], part, (), {**data, "ask": ask, "sections": headings})
