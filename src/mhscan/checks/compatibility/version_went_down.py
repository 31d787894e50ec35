"""Found while a pack is held against what it was: see `checks/diff/`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH704",
    N_("Whoever has answers to the higher version cannot use them any more."),
    wrong="""\
# the pack was of version 2.0.0
version: 1.9.0
""",
    right="""\
version: 2.0.1
""",
    severity="error",
)
