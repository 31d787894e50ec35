"""What can still be read of a file whose shape is wrong: the file without the pieces that are at fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic import BaseModel, ValidationError

from mhscan.errors import Path
from mhscan.loading.document import Document, Marks, things
from mhscan.loading.keys import is_needed, keys_at
from mhscan.loading.validation import details

ROUNDS = 20
"""What is left can be wrong in its turn, such as a list that is empty now."""


@dataclass
class Lost:
    """The names that stood in pieces that were taken out, by the list that they stood in (`""`: in any list).

    Of the lists in `open` it is not known which names they have, since some could not be read.
    """

    names: dict[str, set[str]] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Rest:
    """What is left of a file: a document in which each place is that of the file, its model, and what it lost."""

    document: Document
    value: BaseModel
    lost: Lost


def salvage(document: Document, model: type[BaseModel]) -> Rest | None:
    """What is left of a file without its faulty pieces; nothing where the fault is in what each file must have."""
    # Error recovery as parsers have it: leave out the smallest piece that can go, and look again.
    lost = Lost()
    for _round in range(ROUNDS):
        try:
            return Rest(document, model.model_validate(document.data), lost)
        except ValidationError as error:
            faults = details(document, error)
        pieces: set[Path] = set()
        for path, detail in faults:
            piece = _piece(document, model, path)
            if not piece:
                return None
            pieces.add(piece)
            _remember(lost, document, model, piece, _spoils_name(piece, path, detail))
        document = _without(document, pieces)
    return None


def _piece(document: Document, model: type[BaseModel], path: Path) -> Path:
    """The piece that a fault makes unreadable; empty where that is the whole file.

    It is the nearest thing with an id. Elsewhere it is the nearest key that need not be there, else the nearest item.
    """
    above = [path[:n] for n in range(len(path), 0, -1)]
    tests: tuple[Callable[[Path], bool], ...] = (
        lambda one: _is_thing(document, one),
        lambda one: isinstance(one[-1], str) and not is_needed(model, one),
        lambda one: isinstance(one[-1], int),
    )
    return next((one for test in tests for one in above if test(one)), ())


def _is_thing(document: Document, path: Path) -> bool:
    """Whether this is an item of a list of things with ids; its own id may be lacking."""
    items = document.at(path[:-1])
    return isinstance(items, list) and any(isinstance(one, dict) and "id" in one for one in items)


def _spoils_name(piece: Path, path: Path, detail: dict[str, Any]) -> bool:
    """Whether a fault is in the name itself by which others know a piece."""
    return path == (*piece, "id") or (path == piece and detail["loc"][-1:] == ("[key]",))


def _remember(lost: Lost, document: Document, model: type[BaseModel], piece: Path, spoilt: bool) -> None:
    """Note the names in a piece, or that they cannot be known."""
    value, role = document.at(piece), _role(model, piece)
    # The entries of a mapping with free keys have these for their names.
    kind = _list_of(piece[:-1] if role == "entry" else piece)
    named = [(where, thing["id"]) for where, thing in things(value, kind)]
    if role == "entry":
        named.append((kind, str(piece[-1])))
    for where, name in named:
        # An unknown key can be a slip for any other.
        lost.names.setdefault("" if role == "unknown key" else where, set()).add(name)
    is_named = role in ("entry", "unknown key") or (role == "item" and bool(named) and named[0][1] == _id_of(value))
    if spoilt or not is_named:
        lost.open.add(kind)


def _role(model: type[BaseModel], piece: Path) -> Literal["item", "entry", "key", "unknown key"]:
    """What a piece is in what it stands in."""
    known = keys_at(model, piece[:-1])
    if isinstance(piece[-1], int):
        return "item"
    if not known:
        return "entry"
    return "key" if piece[-1] in known else "unknown key"


def _id_of(value: Any) -> Any:
    return value.get("id") if isinstance(value, dict) else None


def _list_of(path: Path) -> str:
    """The key of the list at a path, or in which an item stands."""
    return next((one for one in reversed(path) if isinstance(one, str)), "")


def _without(document: Document, pieces: set[Path]) -> Document:
    """A copy without some pieces; what is left keeps its places."""
    marks: Marks = {}

    def kept(here: Any, path: Path) -> Any:
        if not isinstance(here, dict | list):
            return here
        steps = [one for one in (here if isinstance(here, dict) else range(len(here))) if (*path, one) not in pieces]
        values = [kept(here[one], (*path, one)) for one in steps]
        copy: Any = dict(zip(steps, values, strict=True)) if isinstance(here, dict) else values
        old = document.marks[id(here)]
        marks[id(copy)] = {new: old[one] for new, one in zip(_steps(copy), steps, strict=True)}
        return copy

    return replace(document, data=kept(document.data, ()), marks=marks)


def _steps(data: Any) -> list[str | int]:
    return list(data) if isinstance(data, dict) else list(range(len(data)))
