"""What the migrations of a pack do with answers that were given with an older version, and which they pass over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mhscan.diff.change import Change, Effect
from mhscan.diff.kinds import ADVICE
from mhscan.loading.packs import Folder
from mhscan.pack.migration import Migration
from mhscan.pack.versions import numbers, route


@dataclass(frozen=True)
class Taken:
    """What happens to the answer of one question: the kind of step, and the question that it is of afterwards."""

    step: str
    now: str


ANSWERED = ("question", "indicator", "level", "option")
"""The kinds of things that answers are given to, or made of."""
Carried = Mapping[str, Taken]
"""What happens to the answers of each question that a migration takes, by its id in the old pack."""


def carried(old: Folder, new: Folder) -> Carried:
    """What the migrations from the version of one pack to that of another do."""
    before, after = old.model(), new.model()
    if before is None or after is None:
        return {}
    migrations = [value for _part, value in new.of(Migration)]
    found: dict[str, Taken] = {}
    for one in route(migrations, before[1].version, after[1].version) or ():
        found = _then(found, one)
    return found


def _then(found: dict[str, Taken], migration: Migration) -> dict[str, Taken]:
    """What was done so far, and then what a later migration does."""
    steps = {key: Taken(one.type, one.made[0] if one.made else key) for one in migration.steps for key in one.taken}
    later: dict[str, Taken] = {}
    for key, taken in found.items():
        after = steps.pop(taken.now, Taken("rename", taken.now))
        later[key] = Taken(taken.step if after.step == "rename" else after.step, after.now)
    return later | steps


def renames(steps: Carried) -> dict[str, str]:
    """The questions that only got another id, with the id that they have now."""
    return {key: taken.now for key, taken in steps.items() if taken.step == "rename"}


def with_migrations(change: Change, steps: Carried) -> Change:
    """The change as it is once the migrations have carried the answers over."""
    if change.weight.effect != "archived" and change.operation != "renamed":
        return change
    taken = _taken(change, steps)
    if not taken:
        return change
    if change.operation == "renamed":
        return replace(change, weight=ADVICE)
    effect: Effect = "archived" if "archive" in taken else "kept" if taken == {"rename"} else "look"
    return replace(change, weight=replace(change.weight, effect=effect))


def _taken(change: Change, steps: Carried) -> set[str]:
    """The kinds of steps that take the question of a change, or that in which it is."""
    inside = f"{change.id}."
    return {one.step for key, one in steps.items() if inside.startswith((f"{key}.", f"{one.now}."))}


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
    unnamed = dict.fromkeys(
        lost_id(change)
        for change in changes
        if change.weight.effect == "archived" and change.kind in ANSWERED and not _taken(change, steps)
    )
    no_way = route([value for _part, value in new.of(Migration)], start, goal) is None
    return Gaps(no_way, tuple(unnamed))


def lost_id(change: Change) -> str:
    """The id, in the old pack, of what a change takes away from answers."""
    return str(change.before) if change.operation == "renamed" else change.id
