"""The limits of advice are levels."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import names_of
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model

PAGE = Page(
    "MH412",
    N_("A limit that no scale has is never reached, so that everything is low, or nothing is ever good enough."),
    wrong="""\
# the scales have the levels 0, 1 and 2
advice: {low: 1, enough: 4}
""",
    right="""\
advice: {low: 1, enough: 2}
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """What is low, and what is enough, are levels of a scale in use, and low is below enough."""
    for part, model in folder.of(Model):
        used = {one.scale for one in names_of(folder).indicators.values()}
        levels = {level.level for name, scale in model.scales.items() if name in used for level in scale.levels}
        for key in ("low", "enough") if levels else ():
            if getattr(model.advice, key) not in levels:
                message = _("{value} is a level of no scale").format(value=getattr(model.advice, key))
                hint = _("Possible here: {keys}.").format(keys=", ".join(map(str, sorted(levels))))
                yield part.problem("MH412", ("advice", key), message, hint, severity="warning")
        if model.advice.low >= model.advice.enough:
            message = _("what is low is not below what is enough")
            yield part.problem("MH412", ("advice", "low"), message, _("Lower it."), severity="warning")
