"""What keeps answers of an older version of a pack from being carried over, or takes them out without a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mhscan.diff.carried import carried, is_about
from mhscan.diff.change import Change
from mhscan.loading.packs import Folder
from mhscan.pack.migration import Migration
from mhscan.pack.versions import numbers, route


@dataclass(frozen=True)
class Gaps:
    """Whether there is no way from the old version, and the ids whose answers no longer fit and that no step names."""

    no_way: bool = False
    unnamed: tuple[str, ...] = ()


def gaps(old: Folder, new: Folder, changes: Sequence[Change]) -> Gaps:
    """What is missing on the way from one pack to another; nothing where they are two packs, or it goes down.

    Under the same number nothing can lead from one to the other; that the number has to rise is said elsewhere.
    """
    before, after = old.model(), new.model()
    if before is None or after is None or before[1].id != after[1].id:
        return Gaps()
    start, goal = before[1].version, after[1].version
    if numbers(start) >= numbers(goal):
        return Gaps()
    steps = carried(old, new)
    lost = [
        one for one in changes if one.weight.effect == "archived" and one.kind in ("question", "indicator", *INSIDE)
    ]
    named = [one for one in lost if any(is_about(one, key) or is_about(one, taken.now) for key, taken in steps.items())]
    unnamed = dict.fromkeys(lost_id(one) for one in lost if one not in named)
    no_way = route([value for _part, value in new.of(Migration)], start, goal) is None
    return Gaps(no_way, tuple(unnamed))


INSIDE = ("level", "option")
"""Things inside a question that answers are made of."""


def lost_id(change: Change) -> str:
    """The id, in the old pack, of what a change takes away from answers."""
    return str(change.before) if change.operation == "renamed" else change.id
