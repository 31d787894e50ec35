"""The difference between two packs as plain data: the one fixed shape of `mhscan pack diff --format json`."""

import sys
from typing import Any, Literal

from mhscan.diff.change import Change, Effect, Operation, Size
from mhscan.diff.version import Claim, Diff, PackSide
from mhscan.text import as_json

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict


class SideDocument(TypedDict):
    """One of the two packs."""

    name: str
    id: str
    version: str
    sha256: str


class PlaceDocument(TypedDict):
    """Where a change stands."""

    side: Literal["old", "new"]
    file: str
    line: int
    column: int


class ChangeDocument(TypedDict):
    """One change."""

    operation: Operation
    kind: str
    id: str
    key: str | None
    before: Any
    after: Any
    size: Size
    effect: Effect
    place: PlaceDocument


class DiffDocument(TypedDict):
    """The whole of a difference between two packs."""

    schema: Literal["mhscan/diff@1"]
    old: SideDocument
    new: SideDocument
    same: bool
    size: Size | None
    claim: Claim
    enough: bool
    needed: str
    needs_migration: bool
    unnamed: tuple[str, ...]
    sizes: dict[Size, int]
    effects: dict[Effect, int]
    changes: tuple[ChangeDocument, ...]


def to_document(found: Diff) -> DiffDocument:
    """The difference as data."""
    return DiffDocument(
        schema="mhscan/diff@1",
        old=_side(found.old),
        new=_side(found.new),
        same=not found.changes,
        size=found.size,
        claim=found.claim,
        enough=found.enough,
        needed=found.needed,
        needs_migration=found.gaps.no_way,
        unnamed=found.gaps.unnamed,
        sizes=found.sizes(),
        effects=found.effects(),
        changes=tuple(_change(one) for one in found.changes),
    )


def _side(side: PackSide) -> SideDocument:
    return SideDocument(name=side.name, id=side.id, version=side.version, sha256=side.sha256)


def _change(one: Change) -> ChangeDocument:
    at = one.location
    return ChangeDocument(
        operation=one.operation,
        kind=one.kind,
        id=one.id,
        key=one.field or None,
        before=one.before,
        after=one.after,
        size=one.weight.size,
        effect=one.weight.effect,
        place=PlaceDocument(side=one.side, file=at.file, line=at.line, column=at.column),
    )


def to_json(found: Diff) -> str:
    """The difference as JSON text."""
    return as_json(to_document(found))


def diff_schema() -> dict[str, Any]:
    """The JSON Schema of a difference."""
    from pydantic import TypeAdapter  # noqa: PLC0415  only needed here

    return TypeAdapter(DiffDocument).json_schema()
