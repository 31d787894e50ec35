"""Found while an assessment is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH804",
    N_("How much of the questionnaire is answered can only be said of one that exists."),
    wrong="""\
questionnaire: ful
""",
    right="""\
questionnaire: full
""",
    severity="error",
)
