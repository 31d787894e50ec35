"""The levels of a scale follow on each other."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.order import off_count
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The levels of each scale rise by one."""
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            levels = [one.level for one in scale.levels]
            for n in off_count(levels):
                message = _("the levels are {numbers}: a number is passed over").format(
                    numbers=", ".join(map(str, levels))
                )
                hint = _("Number the levels one after the other.")
                yield part.problem("MH404", ("scales", name, "levels", n, "level"), message, hint)
