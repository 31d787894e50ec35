"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH004",
    N_("The file cannot be read at all, so nothing in it is checked either."),
    wrong="""\
aspects: [{id: care, title: Care}
""",
    right="""\
aspects: [{id: care, title: Care}]
""",
    severity="error",
)
