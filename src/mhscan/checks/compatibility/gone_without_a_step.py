"""Found while a pack is held against what it was: see `checks/diff/`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH703",
    N_("Answers that no step names are archived without a reason, and mostly without their words."),
    wrong="""\
# the question pests.birds is gone
steps: []
""",
    right="""\
steps:
  - {type: archive, question: pests.birds, because: The nets caught birds too.}
""",
    severity="error",
)
