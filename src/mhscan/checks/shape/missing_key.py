"""Found while data is made a model."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH101",
    N_("Without this key the thing cannot be asked, scored or shown."),
    wrong="""\
- {id: start-heap, to: 1, title: Start a heap}
""",
    right="""\
- {id: start-heap, to: 1, title: Start a heap, steps: [Find a corner.]}
""",
    severity="error",
)
