"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH006",
    N_(
        "Anchors and aliases make a file hard to read for people, and can make a small file endlessly large for a "
        "program."
    ),
    wrong="""\
levels: &levels
  - {level: 0, text: No.}
other: *levels
""",
    right="""\
levels:
  - {level: 0, text: No.}
other:
  - {level: 0, text: No.}
""",
    severity="error",
)
