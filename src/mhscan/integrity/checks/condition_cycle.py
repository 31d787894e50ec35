"""No question depends on itself."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import Each, keys_of
from mhscan.errors import Problem, Related
from mhscan.integrity.walk import Placed, conditions_of, inside, question_at
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor


def check(folder: Folder) -> Iterator[Problem]:
    """No question's `applies_if` leads back to the question itself."""
    factors = [factor for _part, factor in folder.of(Factor)]
    placed = {question_at(one): one for one in conditions_of(folder) if one.path[-1] == "applies_if"}
    edges = {key: [*keys_of(one.condition), *_each_of(one, factors)] for key, one in placed.items()}
    said: set[str] = set()
    for start, one in placed.items():
        way = [] if start in said else _way_back(start, edges)
        if way:
            said |= set(way)
            message = _("this question depends on itself: {way}").format(way=" → ".join(way))
            related = tuple(
                Related(placed[key].part.document.locate(placed[key].path), _("this is part of it"))
                for key in way[1:-1]
            )
            hint = _("Take one of these conditions away.")
            yield one.part.problem("MH301", one.path, message, hint, related=related)


def _each_of(one: Placed, factors: list[Factor]) -> list[str]:
    """All indicators that a condition looks at by a test over a phase or a factor."""
    return [
        f"{factor.id}.{indicator.id}"
        for _at, test in inside(one.condition, one.path)
        if isinstance(test, Each)
        for factor in factors
        if test.phase in (None, factor.phase) and test.factor in (None, factor.id)
        for indicator in factor.indicators
    ]


def _way_back(start: str, edges: dict[str, list[str]]) -> list[str]:
    """A way from a question over conditions back to itself; empty where there is none."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop(0)
        for following in edges.get(way[-1], ()):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
