"""The limits of advice are levels."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Path, Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Model, Scale


def check(folder: Folder) -> Iterator[Problem]:
    """What is low, and what is enough, are levels of each scale in use, and low is below enough on each."""
    for part, model in folder.of(Model):
        used = {one.scale for one in names_of(folder).indicators.values()}
        for name, scale in model.scales.items():
            if name in used:
                yield from _off_scale(part, model, name, scale)
        if not used & model.scales.keys() and model.advice.low >= model.advice.enough:
            yield _not_below(part, ("advice", "low"))


def _off_scale(part: Part, model: Model, name: str, scale: Scale) -> Iterator[Problem]:
    """The limits that are no levels of one scale, and the one that is not below the other."""
    levels = [level.level for level in scale.levels]
    limits = {}
    for key in ("low", "enough"):
        own, common = getattr(scale, key), getattr(model.advice, key)
        limits[key] = common if own is None else own
        if limits[key] not in levels:
            path = ("advice", key) if own is None else ("scales", name, key)
            message = _("{value} is no level of the scale '{scale}'").format(value=limits[key], scale=name)
            yield part.problem("MH412", path, message, _hint(levels, name, key, own is None))
    if limits["low"] >= limits["enough"]:
        yield _not_below(part, ("advice", "low") if scale.low is None else ("scales", name, "low"))


def _hint(levels: list[int], name: str, key: str, is_common: bool) -> str:
    known = _("Possible here: {keys}.").format(keys=", ".join(map(str, sorted(levels))))
    if not is_common:
        return known
    own = _("A scale can have its own: write '{key}: ...' under 'scales: {scale}:'.").format(key=key, scale=name)
    return f"{known} {own}"


def _not_below(part: Part, path: Path) -> Problem:
    return part.problem("MH412", path, _("what is low is not below what is enough"), _("Lower it."))
