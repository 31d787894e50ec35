"""A difference between two packs, and what it comes to: for the version number, and for assessments that exist.

The size of a change says which of the three numbers of the version has to rise:

- **patch**: other words, or another order of showing.
- **minor**: something new; or the same answers lead to other warnings, actions or questions.
- **major**: something is gone, an answer no longer fits, or the same answers come to another score, band or field.

The effect says what becomes of an assessment that was made with the old pack:

- **kept**: every answer stays, and counts as it did.
- **look**: every answer stays, yet it can count otherwise, a question is open, or its words are other ones.
- **archived**: the answer no longer fits, and can only be put away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from mhscan.errors import Location

Size = Literal["patch", "minor", "major"]
Effect = Literal["kept", "look", "archived"]
Operation = Literal["added", "removed", "renamed", "changed", "moved"]
Side = Literal["old", "new"]
SIZES: tuple[Size, ...] = ("patch", "minor", "major")
EFFECTS: tuple[Effect, ...] = ("kept", "look", "archived")


@dataclass(frozen=True)
class Weight:
    """What a change comes to."""

    size: Size
    effect: Effect


@dataclass(frozen=True)
class Change:
    """One difference.

    `id` names the thing, in the new pack where it is there; `field` is empty where the thing as a whole came, went or
    was renamed. `before` and `after` are values as they stand in the files, None where there is none. The place is in
    the new pack, or in the old one where the thing is gone.
    """

    operation: Operation
    kind: str
    id: str
    field: str
    before: Any
    after: Any
    weight: Weight
    side: Side
    location: Location


def sort_changes(changes: list[Change]) -> tuple[Change, ...]:
    """The changes, the heaviest first; then by place."""
    return tuple(sorted(changes, key=_place))


def _place(one: Change) -> tuple[int, Location, str, str, str]:
    return -SIZES.index(one.weight.size), one.location, one.kind, one.id, one.field
