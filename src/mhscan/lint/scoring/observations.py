"""Levels that follow from facts: more is never less, each can be reached, and each fact makes a difference."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from mhscan.errors import Path, Problem
from mhscan.integrity.walk import indicators_of
from mhscan.language import _
from mhscan.lint.logic.decidable import pack_of
from mhscan.loading.packs import Folder, Part
from mhscan.pack.ladders import Ladder, Step, ladders_of

Answers = dict[str, Step]
"""An answer to each fact of an indicator, by its full id."""


def check_more_is_less(folder: Folder) -> Iterator[Problem]:
    """No better answer to a fact leads to a lower level, whatever the other facts are."""
    for part, path, ladder in _ladders(folder):
        for key in ladder.keys:
            fall = next(_falls(ladder, key), None)
            if fall is not None:
                yield _falling(part, path, ladder, key, *fall)


def _ladders(folder: Folder) -> Iterator[tuple[Part, Path, Ladder]]:
    pack = pack_of(folder)
    for part, path, factor, indicator in indicators_of(folder) if pack else ():
        if pack and indicator.observations:
            yield part, path, ladders_of(pack)[f"{factor.id}.{indicator.id}"]


def ways(ladder: Ladder) -> Iterator[Answers]:
    """Every combination of answers of another kind."""
    for way in product(*ladder.steps.values()):
        yield dict(zip(ladder.keys, way, strict=True))


def _falls(ladder: Ladder, key: str) -> Iterator[tuple[Answers, Answers]]:
    """Two answers to all facts that differ in one: the second is better there, and gives a lower level."""
    for way in ways(ladder):
        for less, more in pairwise(ladder.steps[key]):
            before, after = {**way, key: less}, {**way, key: more}
            if way[key] is less and level_of(ladder, after) < level_of(ladder, before):
                yield before, after


def level_of(ladder: Ladder, way: Answers) -> int:
    """The level that follows from an answer to each fact."""
    return ladder.level(tuple(way[key].holds for key in ladder.keys))


def _falling(part: Part, path: Path, ladder: Ladder, key: str, before: Answers, after: Answers) -> Problem:
    high, low = level_of(ladder, before), level_of(ladder, after)
    message = _("with {more} it is level {low}, and with {less} level {high}; the other facts are: {others}")
    others = ", ".join(said(one, step) for one, step in before.items() if one != key)
    message = message.format(
        more=said(key, after[key]),
        less=said(key, before[key]),
        low=low,
        high=high,
        others=others or "-",
    )
    n = [one.level for one in ladder.place.indicator.levels].index(high)
    hint = _("Let this level also hold with the better answer: use 'at_least', or name all options from it on.")
    return part.problem("MH419", (*path, "levels", n, "when"), message, hint)


def said(key: str, step: Step) -> str:
    """An answer to a fact, as it can stand in a file: the id and the value."""
    return f"{key.rpartition('.')[2]}={in_yaml(step.value)}"


def in_yaml(value: object) -> str:
    """A value as it stands in a file."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def check_unreachable_level(folder: Folder) -> Iterator[Problem]:
    """Each level follows from some combination of facts."""
    for part, path, ladder in _ladders(folder):
        reached = {level_of(ladder, way) for way in ways(ladder)}
        for n, level in enumerate(ladder.place.indicator.levels):
            if level.level not in reached:
                message = _("no facts lead to level {level}").format(level=level.level)
                hint = _("Change its condition, or that of the level above it.")
                yield part.problem("MH420", (*path, "levels", n), message, hint)


def check_idle_fact(folder: Folder) -> Iterator[Problem]:
    """Each fact changes the level in some combination with the others."""
    for part, path, ladder in _ladders(folder):
        for n, key in enumerate(ladder.keys):
            if not _matters(ladder, key):
                message = _("whatever is answered to '{id}', the level is the same").format(id=key.rpartition(".")[2])
                hint = _("Use it in the condition of a level, or do not ask it.")
                yield part.problem("MH421", (*path, "observations", n, "id"), message, hint)


def _matters(ladder: Ladder, key: str) -> bool:
    return any(
        level_of(ladder, way) != level_of(ladder, {**way, key: other})
        for way in ways(ladder)
        for other in ladder.steps[key]
    )
