"""Every test can be met."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.logic.decidable import impossible_tests, pack_of
from mhscan.lint.logic.possible import what_is_possible
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """For each single test there is an answer, or a score, that meets it."""
    pack = pack_of(folder)
    for part, path, test in impossible_tests(folder) if pack else ():
        value = part.document.at(path)
        message = _("no answer can meet this")
        if isinstance(value, str | int | float):
            message = _("no answer can meet '{key}: {value}'").format(key=path[-1], value=part.document.source(path))
        yield part.problem("MH304", path, message, what_is_possible(pack, test) if pack else "")
