"""Levels are those of the scale, actions lead somewhere, bands cover all scores."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mhscan.checks.names import Names
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor, Indicator
from mhscan.pack.model import Model, Scale
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """The levels of each indicator, in its own words and in those of a questionnaire, are those of its scale."""
    model = Names(folder).model
    if model is None:
        return
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            scale = model.scales.get(indicator.scale)
            if scale is not None:
                path: Path = ("indicators", n)
                yield from _levels(part, (*path, "levels"), [one.level for one in indicator.levels], scale)
                yield from _actions(part, path, indicator, scale)
    yield from _wordings(folder, model)


def _levels(part: Part, path: Path, levels: list[int], scale: Scale) -> Iterator[Problem]:
    wanted = [one.level for one in scale.levels]
    if levels != wanted:
        message = _("the levels are {found}, those of the scale are {wanted}")
        message = message.format(found=", ".join(map(str, levels)), wanted=", ".join(map(str, wanted)))
        yield part.problem(
            "MH401", path, message, _("Give each level of the scale one text, in the order of the scale.")
        )


def _actions(part: Part, path: Path, indicator: Indicator, scale: Scale) -> Iterator[Problem]:
    wanted = [one.level for one in scale.levels][1:]
    for n, action in enumerate(indicator.actions):
        if action.to not in wanted:
            message = _("no action can lead to level {level}").format(level=action.to)
            hint = _("Possible here: {keys}.").format(keys=", ".join(map(str, wanted)))
            yield part.problem("MH403", (*path, "actions", n, "to"), message, hint)


def _wordings(folder: Folder, model: Model) -> Iterator[Problem]:
    scales = {f"{f.id}.{i.id}": model.scales.get(i.scale) for _part, f in folder.of(Factor) for i in f.indicators}
    for part, questionnaire in folder.of(Questionnaire):
        for key, wording in questionnaire.wording.items():
            scale = scales.get(key)
            if scale is not None and wording.levels:
                yield from _levels(part, ("wording", key, "levels"), [one.level for one in wording.levels], scale)


def check_bands(folder: Folder) -> Iterator[Problem]:
    """Bands start at 0 and rise."""
    for part, model in folder.of(Model):
        starts = [band.from_ for band in model.bands]
        if starts[0] != 0 or any(low >= high for low, high in pairwise(starts)):
            hint = _("Start the first band at 0, and each next one higher.")
            yield part.problem("MH402", ("bands",), _("the bands do not cover all scores once"), hint)
