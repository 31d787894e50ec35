"""Found while an assessment is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH802",
    N_("An answer that does not fit its question cannot be scored. To leave it out without a word would be worse."),
    wrong="""\
answers:
  soil.compost: {state: answered, value: 9}
""",
    right="""\
answers:
  soil.compost: {state: answered, value: 2}
""",
    severity="error",
)
