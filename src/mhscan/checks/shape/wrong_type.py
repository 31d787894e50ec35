"""Found while data is made a model."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH103",
    N_("A number is no text and a text is no list. To guess which was meant would change content without a word."),
    wrong="""\
steps: Find a corner.
""",
    right="""\
steps: [Find a corner.]
""",
    severity="error",
)
