"""Which migrations lead from one version of a pack to another.

Versions are MAJOR.MINOR.PATCH. A patch changes words, a minor version adds questions, a major version takes away or
means something else. So only a step to another major version needs a migration; a minor version may have one.
"""

from __future__ import annotations

from collections.abc import Sequence

from mhscan.pack.migration import Migration
from mhscan.text import small_number

Numbers = tuple[int, ...]
Route = tuple[Migration, ...]


def numbers(version: str) -> Numbers:
    """A version as numbers, so that 1.10.0 comes after 1.9.0; empty for what is no version."""
    parts = [small_number(one) for one in version.split(".")]
    return tuple(one for one in parts if one is not None) if len(parts) == 3 and None not in parts else ()


def route(migrations: Sequence[Migration], start: str, goal: str) -> Route | None:
    """The fewest migrations that lead from one version to another; nothing where there is no way.

    An empty route means that answers go over as they are. Where two routes are as short, the first in order of version
    is taken, whatever the order of the files.
    """
    # A search in breadth over the versions: the first route that arrives has the fewest migrations.
    ordered = sorted(migrations, key=lambda one: (numbers(one.from_), numbers(one.to)), reverse=True)
    reached: list[tuple[Numbers, Route]] = [(numbers(start), ())]
    seen: set[Numbers] = set()
    end = numbers(goal)
    while reached:
        here, taken = reached.pop(0)
        if here in seen or not here:
            continue
        seen.add(here)
        leaving = _leaving(ordered, here, end)
        if not leaving and _same_meaning(here, end):
            return taken
        reached += [(numbers(one.to), (*taken, one)) for one in leaving]
    return None


def later(key: str, way: Route) -> tuple[str, ...]:
    """The ids of what a question became after some migrations; none where it went."""
    keys = [key]
    for migration in way:
        made = {old: step.made for step in migration.steps for old in step.taken}
        keys = [new for one in keys for new in made.get(one, (one,))]
    return tuple(keys)


def _same_meaning(here: Numbers, end: Numbers) -> bool:
    """Whether answers of one version can stand in the other as they are."""
    return here[:1] == end[:1] and (here <= end or here[:2] == end[:2])


def _leaving(ordered: Sequence[Migration], here: Numbers, end: Numbers) -> list[Migration]:
    """The migrations that start from this version.

    Those of its own minor version go first, since a patch changes words only. Else those of the nearest later minor
    version of the same major: the answers fit there as they are.
    """
    able = [one for one in ordered if numbers(one.from_)[:1] == here[:1] and here < numbers(one.to) <= end]
    minors = sorted({numbers(one.from_)[:2] for one in able if numbers(one.from_)[:2] >= here[:2]})
    return [one for one in able if numbers(one.from_)[:2] == minors[0]] if minors else []
