"""A higher level is worth more."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.order import out_of_order
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The scores of a scale rise with its levels."""
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            scores = [one.score for one in scale.levels]
            for n in out_of_order(scores, equal=True):
                message = _("the scores of the levels do not rise: {numbers}").format(
                    numbers=", ".join(map(str, scores))
                )
                hint = _("Let the scores rise with the levels.")
                yield part.problem("MH406", ("scales", name, "levels", n, "score"), message, hint)
