"""Bands cover all scores once."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.order import out_of_order
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """Bands start at 0 and rise."""
    for part, model in folder.of(Model):
        starts = [band.from_ for band in model.bands]
        first = {0} if starts[0] != 0 else set()
        for n in sorted(first | set(out_of_order(starts))):
            message = _("the bands do not cover all scores once: they start at {numbers}")
            hint = _("Start the first band at 0, and each next one higher.")
            numbers = ", ".join(map(str, starts))
            yield part.problem("MH402", ("bands", n, "from"), message.format(numbers=numbers), hint)
