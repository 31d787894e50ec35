"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH001",
    N_("A pack of which one file cannot be read is half a pack. Half a pack must not pass for a whole one."),
    wrong="""\
factors/soil.yaml        (a folder, a link to nowhere, or a file that others may not read)
""",
    right="""\
factors/soil.yaml        (an ordinary file that may be read)
""",
    severity="error",
)
