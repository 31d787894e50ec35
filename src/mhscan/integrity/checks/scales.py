"""Levels, and what leads to them, are those of a scale; bands cover all scores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, names_of
from mhscan.integrity.order import out_of_order
from mhscan.integrity.walk import indicators_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire


def check_bad_bands(folder: Folder) -> Iterator[Problem]:
    """Bands start at 0 and rise."""
    for part, model in folder.of(Model):
        starts = [band.from_ for band in model.bands]
        first = {0} if starts[0] != 0 else set()
        for n in sorted(first | set(out_of_order(starts))):
            message = _("the bands do not cover all scores once: they start at {numbers}")
            hint = _("Start the first band at 0, and each next one higher.")
            numbers = ", ".join(map(str, starts))
            yield part.problem("MH402", ("bands", n, "from"), message.format(numbers=numbers), hint)


def check_action_leads_nowhere(folder: Folder) -> Iterator[Problem]:
    """The level that each action leads to is one of the scale, and not the lowest."""
    model = names_of(folder).model
    for part, path, _factor, indicator in indicators_of(folder):
        scale = model.scales.get(indicator.scale) if model else None
        levels = [one.level for one in scale.levels][1:] if scale else []
        for m, action in enumerate(indicator.actions if scale else ()):
            if action.to not in levels:
                message = _("no action can lead to level {level}").format(level=action.to)
                hint = _("Possible here: {keys}.").format(keys=_numbers(levels))
                yield part.problem("MH403", (*path, "actions", m, "to"), message, hint)


@dataclass(frozen=True)
class LevelList:
    """A list of levels: where it stands, and the scale that it should follow."""

    part: Part
    path: Path
    levels: list[int]
    scale: str


def check_levels_not_of_scale(folder: Folder) -> Iterator[Problem]:
    """The levels of each indicator, in its own words and in those of a questionnaire, are those of its scale."""
    names = names_of(folder)
    lists = list(_level_lists(folder, names))
    for name, scale in names.model.scales.items() if names.model else ():
        users = [one for one in lists if one.scale == name]
        levels = [one.level for one in scale.levels]
        if levels not in [one.levels for one in users]:
            # A level that stands twice in a scale is said there.
            levels = list(dict.fromkeys(levels))
        if _scale_lies(users, levels):
            yield from (_of_scale(part, name, levels, users[0].levels) for part, _model in folder.of(Model))
        else:
            yield from (_of_list(one, levels) for one in users if one.levels != levels)


def _level_lists(folder: Folder, names: Names) -> Iterator[LevelList]:
    for part, path, _factor, indicator in indicators_of(folder):
        yield LevelList(part, (*path, "levels"), [one.level for one in indicator.levels], indicator.scale)
    for part, questionnaire in folder.of(Questionnaire):
        for key, wording in questionnaire.words.items():
            if wording.levels and key in names.indicators:
                levels = [one.level for one in wording.levels]
                yield LevelList(part, ("wording", key, "levels"), levels, names.indicators[key].scale)


def _scale_lies(users: list[LevelList], levels: list[int]) -> bool:
    """Whether all that use a scale agree with each other, and not with the scale."""
    used = {tuple(one.levels) for one in users}
    return len(users) > 1 and len(used) == 1 and tuple(levels) not in used


def _of_list(one: LevelList, scale: list[int]) -> Problem:
    """The problem of a list of levels, at the level at which it goes wrong."""
    levels = one.levels
    message = _("the levels are {found}, those of the scale are {wanted}")
    message = message.format(found=_numbers(levels), wanted=_numbers(scale))
    lacking = [level for level in scale if level not in levels]
    extra = [level for level in levels if level not in scale]
    hint = _("Give each level of the scale one text, in the order of the scale.")
    if lacking and not extra:
        hint = _("Add level {numbers} here.").format(numbers=_numbers(lacking))
    elif extra and not lacking:
        hint = _("Remove level {numbers}, or choose another scale.").format(numbers=_numbers(extra))
    return one.part.problem("MH401", (*one.path, _first_difference(levels, scale)), message, hint)


def _of_scale(part: Part, name: str, levels: list[int], used: list[int]) -> Problem:
    """The problem of a scale that differs from all that use it, at the level at which it does."""
    message = _("the levels of the scale are {wanted}, while all that use it have {found}")
    message = message.format(found=_numbers(used), wanted=_numbers(levels))
    hint = _("Give the scale the levels that its indicators have, or give those the levels of the scale.")
    return part.problem("MH401", ("scales", name, "levels", _first_difference(levels, used)), message, hint)


def _first_difference(levels: list[int], others: list[int]) -> int:
    """The first of the levels that is not as in the other list; the last where only that goes on."""
    first = next(n for n, (one, other) in enumerate(zip_longest(levels, others)) if one != other)
    return min(first, len(levels) - 1)


def _numbers(levels: list[int]) -> str:
    return ", ".join(map(str, levels))
