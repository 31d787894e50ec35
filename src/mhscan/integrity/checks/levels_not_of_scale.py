"""The levels of an indicator are those of its scale."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, names_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """The levels of each indicator, in its own words and in those of a questionnaire, are those of its scale."""
    names = names_of(folder)
    if names.model is None:
        return
    wanted = {name: [one.level for one in scale.levels] for name, scale in names.model.scales.items()}
    entries = list(_entries(folder, names))
    for name, levels in wanted.items():
        if levels not in [one.levels for one in entries if one.scale == name]:
            # A level that stands twice in a scale is said there.
            wanted[name] = list(dict.fromkeys(levels))
    for name, levels in wanted.items():
        users = [one for one in entries if one.scale == name]
        if _scale_lies(users, levels):
            yield from (_of_scale(part, name, levels, users[0].levels) for part, _model in folder.of(Model))
        else:
            yield from (_problem(one, levels) for one in users if one.levels != levels)


@dataclass(frozen=True)
class Entry:
    """A list of levels: where it stands, and the scale that it should follow."""

    part: Part
    path: Path
    levels: list[int]
    scale: str


def _entries(folder: Folder, names: Names) -> Iterator[Entry]:
    for part, factor in folder.of(Factor):
        for n, one in enumerate(factor.indicators):
            yield Entry(part, ("indicators", n, "levels"), [level.level for level in one.levels], one.scale)
    for part, questionnaire in folder.of(Questionnaire):
        for key, wording in questionnaire.wording.items():
            if wording.levels and key in names.indicators:
                levels = [one.level for one in wording.levels]
                yield Entry(part, ("wording", key, "levels"), levels, names.indicators[key].scale)


def _scale_lies(entries: list[Entry], levels: list[int]) -> bool:
    """Whether all that use a scale agree with each other, and not with the scale."""
    found = {tuple(one.levels) for one in entries}
    return len(entries) > 1 and len(found) == 1 and tuple(levels) not in found


def _problem(one: Entry, wanted: list[int]) -> Problem:
    """The problem of a list of levels, at the entry at which it goes wrong."""
    levels, n = one.levels, _first_wrong(one.levels, wanted)
    message = _("the levels are {found}, those of the scale are {wanted}")
    message = message.format(found=_numbers(levels), wanted=_numbers(wanted))
    lacking = [level for level in wanted if level not in levels]
    extra = [level for level in levels if level not in wanted]
    hint = _("Give each level of the scale one text, in the order of the scale.")
    if lacking and not extra:
        hint = _("Add level {numbers} here.").format(numbers=_numbers(lacking))
    elif extra and not lacking:
        hint = _("Remove level {numbers}, or choose another scale.").format(numbers=_numbers(extra))
    return one.part.problem("MH401", (*one.path, min(n, len(levels) - 1)), message, hint)


def _of_scale(part: Part, name: str, levels: list[int], used: list[int]) -> Problem:
    """The problem of a scale that differs from all that use it, at the level at which it does."""
    message = _("the levels of the scale are {wanted}, while all that use it have {found}")
    path: Path = ("scales", name, "levels", min(_first_wrong(levels, used), len(levels) - 1))
    hint = _("Give the scale the levels that its indicators have, or give those the levels of the scale.")
    return part.problem("MH401", path, message.format(found=_numbers(used), wanted=_numbers(levels)), hint)


def _first_wrong(levels: list[int], wanted: list[int]) -> int:
    """Where two lists differ first."""
    pairs = zip_longest(levels, wanted)
    return next(n for n, (one, other) in enumerate(pairs) if one != other)


def _numbers(levels: list[int]) -> str:
    return ", ".join(map(str, levels))
