"""Every band can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The best levels of all scales in use reach the highest band, and the worst the lowest."""
    for part, model in folder.of(Model):
        used = {one.scale for one in names_of(folder).indicators.values()}
        scores = [level.score for name, scale in model.scales.items() if name in used for level in scale.levels]
        for n, band in enumerate(model.bands):
            above = next((one.from_ for one in model.bands[n + 1 :]), 101)
            if scores and (band.from_ > max(scores) or above <= min(scores)):
                message = _("no score falls in the band '{id}': scores run from {low} to {high}")
                message = message.format(id=band.id, low=min(scores), high=max(scores))
                hint = _("Change the band, or the scores of the scales.")
                yield part.problem("MH407", ("bands", n, "from"), message, hint)
