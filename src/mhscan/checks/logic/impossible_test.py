"""Every test can be met."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.logic.decidable import impossible_tests, pack_of
from mhscan.checks.logic.possible import what_is_possible
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder

PAGE = Page(
    "MH304",
    N_("A test that no answer meets makes its rule or question useless: it never fires, or is never asked."),
    wrong="""\
# the scale has the levels 0, 1 and 2
when: {indicator: soil.compost, at_least: 3}
""",
    right="""\
when: {indicator: soil.compost, at_least: 2}
""",
    severity="error",
)


def check(folder: Folder) -> Iterator[Problem]:
    """For each single test there is an answer, or a score, that meets it."""
    pack = pack_of(folder)
    for part, path, test in impossible_tests(folder) if pack else ():
        value = part.document.at(path)
        message = _("no answer can meet this")
        if isinstance(value, str | int | float):
            message = _("no answer can meet '{key}: {value}'").format(key=path[-1], value=part.document.source(path))
        yield part.problem("MH304", path, message, what_is_possible(pack, test) if pack else "")
