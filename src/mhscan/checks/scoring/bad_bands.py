"""Bands cover all scores once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model

PAGE = Page(
    "MH402",
    N_("Every score has one name. With a gap or an overlap, a score would have none or two."),
    wrong="""\
bands:
  - {id: low, label: Low, from: 10}
  - {id: high, label: High, from: 10}
""",
    right="""\
bands:
  - {id: low, label: Low, from: 0}
  - {id: high, label: High, from: 60}
""",
    severity="error",
)


def check(folder: Folder) -> Iterator[Problem]:
    """Bands start at 0 and rise."""
    for part, model in folder.of(Model):
        starts = [band.from_ for band in model.bands]
        wrong = [0] if starts[0] != 0 else []
        wrong += [n for n, (low, high) in enumerate(pairwise(starts), 1) if low >= high]
        for n in wrong:
            hint = _("Start the first band at 0, and each next one higher.")
            yield part.problem("MH402", ("bands", n, "from"), _("the bands do not cover all scores once"), hint)
