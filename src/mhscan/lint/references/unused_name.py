"""What the model lists is used."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Path, Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.source import Source

LISTS = ("phases", "partners", "efforts", "terms", "moments", "modalities")


def check(folder: Folder) -> Iterator[Problem]:
    """Each scale, phase, effort, term, moment, partner and modality is used somewhere."""
    used = _used(folder)
    for part, model in folder.of(Model):
        if names_of(folder).broken_factors or names_of(folder).broken_sources:
            return
        for name in LISTS:
            for n, one in enumerate(getattr(model, name)):
                if one.id not in used[name]:
                    yield _unused(part, (name, n, "id"), one.id)
        for scale in model.scales:
            if scale not in used["scales"]:
                yield _unused(part, ("scales", scale), scale, at_key=True)


def _used(folder: Folder) -> dict[str, set[str | None]]:
    """The names of each list that something uses."""
    factors = [factor for _part, factor in folder.of(Factor)]
    indicators = [one for factor in factors for one in factor.indicators]
    actions = [action for one in indicators for action in one.actions]
    return {
        "scales": {one.scale for one in indicators},
        "phases": {factor.phase for factor in factors},
        "partners": {partner for action in actions for partner in action.partners},
        "efforts": {action.effort for action in actions},
        "terms": {action.term for action in actions},
        "moments": {action.moment for action in actions},
        "modalities": {claim.modality for _part, source in folder.of(Source) for claim in source.claims},
    }


def _unused(part: Part, path: Path, name: str, at_key: bool = False) -> Problem:
    hint = _("Remove it, or use it.")
    return part.problem("MH212", path, _("nothing uses '{id}'").format(id=name), hint, at_key=at_key)
