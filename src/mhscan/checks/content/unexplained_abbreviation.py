"""Abbreviations are explained."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.page import Page
from mhscan.checks.plain import findings_of
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder

PAGE = Page(
    "MH504",
    N_("An abbreviation that everybody in the building knows is a closed door for everybody outside it."),
    wrong="""\
text: The RHS advises compost.
""",
    right="""\
text: The Royal Horticultural Society (RHS) advises compost.
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """No text has an abbreviation that it does not explain."""
    for part, path, one in findings_of(folder, "abbreviation"):
        message = _("'{word}' is not explained").format(word=one.words)
        hint = _("Write it in full, with the abbreviation in brackets, or list it under 'plain' in the model.")
        yield part.problem("MH504", path, message, hint, severity="warning")
