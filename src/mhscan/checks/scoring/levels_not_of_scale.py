"""The levels of an indicator are those of its scale."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import names_of
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Scale
from mhscan.pack.questionnaire import Questionnaire

PAGE = Page(
    "MH401",
    N_("A level without a text cannot be chosen. A level that the scale does not have is worth nothing."),
    wrong="""\
# the scale has the levels 0, 1 and 2
levels:
  - {level: 0, text: There is none.}
  - {level: 2, text: There is a heap.}
""",
    right="""\
levels:
  - {level: 0, text: There is none.}
  - {level: 1, text: There is a heap.}
  - {level: 2, text: The heap is turned.}
""",
    severity="error",
)


def check(folder: Folder) -> Iterator[Problem]:
    """The levels of each indicator, in its own words and in those of a questionnaire, are those of its scale."""
    names = names_of(folder)
    if names.model is None:
        return
    scales = {key: names.model.scales.get(one.scale) for key, one in names.indicators.items()}
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            levels = [one.level for one in indicator.levels]
            yield from _levels(part, ("indicators", n, "levels"), levels, scales[f"{factor.id}.{indicator.id}"])
    for part, questionnaire in folder.of(Questionnaire):
        for key, wording in questionnaire.wording.items():
            if wording.levels:
                levels = [one.level for one in wording.levels]
                yield from _levels(part, ("wording", key, "levels"), levels, scales.get(key))


def _levels(part: Part, path: Path, levels: list[int], scale: Scale | None) -> Iterator[Problem]:
    wanted = [one.level for one in scale.levels] if scale else levels
    if levels != wanted:
        message = _("the levels are {found}, those of the scale are {wanted}")
        message = message.format(found=", ".join(map(str, levels)), wanted=", ".join(map(str, wanted)))
        hint = _("Give each level of the scale one text, in the order of the scale.")
        yield part.problem("MH401", path, message, hint)
