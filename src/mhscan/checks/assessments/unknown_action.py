"""Found while a plan is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH811",
    N_("What became of an action is only shown if the pack has that action."),
    wrong="""\
actions:
  soil.start-heep: {status: done}
""",
    right="""\
actions:
  soil.start-heap: {status: done}
""",
    severity="error",
)
