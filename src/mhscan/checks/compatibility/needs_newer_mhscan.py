"""Found while a pack is read: see `loading/packs.py`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH721",
    N_("A pack that was made for a newer version can count on something that this one does not do."),
    wrong="""\
requires: mhscan>=99
""",
    right="""\
requires: mhscan>=0.1
""",
    severity="error",
)
