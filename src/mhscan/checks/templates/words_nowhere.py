"""Found while notes beside an assessment are read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH620",
    N_("What no document shows, nobody reads."),
    wrong="""\
# The adviser

We spoke with three people.
""",
    right="""\
# Advice report

We spoke with three people.
""",
    severity="warning",
)
