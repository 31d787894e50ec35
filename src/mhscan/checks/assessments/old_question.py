"""Found while an assessment is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH808",
    N_("An answer under an old name counts nowhere, while the question is still asked."),
    wrong="""\
answers:
  soil.heap: {state: answered, value: 1}
""",
    right="""\
answers:
  soil.compost: {state: answered, value: 1}
""",
    severity="error",
)
