"""Actions do not wait for each other in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.errors import Path, Problem, Related
from mhscan.language import _
from mhscan.lint.logic.decidable import pack_of
from mhscan.lint.logic.solver import Levels, Solver
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import each_test


@dataclass(frozen=True)
class Step:
    """An action with the indicator that it raises, and where it stands."""

    indicator: str
    action: Action
    part: Part
    path: Path


def check_actions_need_each_other(folder: Folder) -> Iterator[Problem]:
    """From the lowest level of everything, the actions can be done one after the other."""
    pack = pack_of(folder)
    if pack is None:
        return
    stuck = {one.indicator + " " + one.action.id: one for one in _stuck(pack, list(_steps(folder)))}
    for key, one in stuck.items():
        others = [stuck[other] for other in _needed(pack, one, stuck)]
        if key in _reached(pack, key, stuck):
            message = _("this action waits for one that waits for this one")
            related = tuple(
                Related(o.part.document.locate((*o.path, "id")), _("it waits for this one")) for o in others
            )
            hint = _("Take one of the requirements away, or lower it.")
            yield one.part.problem("MH309", (*one.path, "requires"), message, hint, related=related)


def _steps(folder: Folder) -> Iterator[Step]:
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            for m, action in enumerate(indicator.actions):
                yield Step(f"{factor.id}.{indicator.id}", action, part, ("indicators", n, "actions", m))


def _stuck(pack: Pack, steps: list[Step]) -> list[Step]:
    """The actions that cannot be done, however long the others are done first; none of which no one can tell."""
    levels: dict[str, frozenset[int]] = {
        key: frozenset({min(level.level for level in place.indicator.levels)}) for key, place in pack.places.items()
    }
    left = steps
    while True:
        ready = [one for one in left if _can_be_done(pack, one, levels)]
        if not ready:
            return left
        done = set(map(id, ready))
        left = [one for one in left if id(one) not in done]
        for one in ready:
            all_levels = (level.level for level in pack.places[one.indicator].indicator.levels)
            levels[one.indicator] |= {level for level in all_levels if level <= one.action.to}


def _can_be_done(pack: Pack, step: Step, levels: Levels) -> bool:
    """Whether each requirement of an action can be met with these levels; also where that takes too long to say."""
    return all(
        Solver(pack, one, every_state=False, levels=levels).can_be(True) is not False for one in step.action.requires
    )


def _needed(pack: Pack, step: Step, stuck: dict[str, Step]) -> list[str]:
    """The actions among these that raise what an action waits for."""
    wanted = {key for one in step.action.requires for key, _test in each_test(pack, one)}
    return [key for key, one in stuck.items() if one.indicator in wanted]


def _reached(pack: Pack, start: str, stuck: dict[str, Step]) -> set[str]:
    """All that an action waits for, itself or by way of others."""
    found: set[str] = set()
    todo = [start]
    while todo:
        for key in _needed(pack, stuck[todo.pop()], stuck):
            if key not in found:
                found.add(key)
                todo.append(key)
    return found
