"""What the migrations of a pack do with the answers that were given with an older version of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mhscan.diff.change import Change, Effect
from mhscan.diff.kinds import ADVICE
from mhscan.loading.packs import Folder
from mhscan.pack.migration import Migration
from mhscan.pack.versions import route


@dataclass(frozen=True)
class Taken:
    """What happens to the answer of one question: the kind of step, and the question that it is of afterwards."""

    step: str
    now: str


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
    taken = {one.step for key, one in steps.items() if is_about(change, key) or is_about(change, one.now)}
    if not taken:
        return change
    if change.operation == "renamed":
        return replace(change, weight=ADVICE)
    effect: Effect = "archived" if "archive" in taken else "kept" if taken == {"rename"} else "look"
    return replace(change, weight=replace(change.weight, effect=effect))


def is_about(change: Change, key: str) -> bool:
    """Whether a change is of a question, or of something inside it."""
    return change.id == key or change.id.startswith(f"{key}.")
