"""Found while an assessment is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH801",
    N_("An answer to a question that the pack does not have counts nowhere."),
    wrong="""\
answers:
  soil.compst: {state: answered, value: 1}
""",
    right="""\
answers:
  soil.compost: {state: answered, value: 1}
""",
    severity="error",
)
