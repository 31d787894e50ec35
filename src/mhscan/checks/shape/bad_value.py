"""Found while data is made a model."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH104",
    N_("The value is one that nothing knows what to do with."),
    wrong="""\
weight: 0
""",
    right="""\
weight: 1
""",
    severity="error",
)
