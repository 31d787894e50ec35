"""Every test can be met."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.logic.decidable import impossible_tests
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder

PAGE = Page(
    "MH304",
    N_("A test that no answer meets makes its rule or question useless. Often a limit lies outside the scale."),
    wrong="""\
# the scale has the levels 0, 1 and 2
when: {indicator: soil.compost, at_least: 3}
""",
    right="""\
when: {indicator: soil.compost, at_least: 2}
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """For each single test there is an answer, or a score, that meets it."""
    for part, path in impossible_tests(folder):
        hint = _("Compare it with the levels, options and limits of what it is about.")
        yield part.problem("MH304", path, _("no answer can meet this"), hint, severity="warning")
