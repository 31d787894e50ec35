"""Found while a pack is read: see `loading/packs.py`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH722",
    N_("A need that cannot be read is no need: an older mhscan would take the pack without a word."),
    wrong="""\
requires: mhscan 1.0
""",
    right="""\
requires: mhscan>=1.0
""",
    severity="error",
)
