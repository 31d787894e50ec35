"""Found while data is made a model."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH105",
    N_("The line 'schema:' says what a file is. Without it the file is no part of the pack."),
    wrong="""\
schema: mhscan/factr@1
""",
    right="""\
schema: mhscan/factor@1
""",
    severity="error",
)
