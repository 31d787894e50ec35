"""Found where a file does not say that it is of a kind that is known here."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH723",
    N_("A newer form can say things that this version would pass over without a word."),
    wrong="""\
schema: mhscan/factor@2
""",
    right="""\
# with the newer mhscan that made it, or written in the form that this one knows
schema: mhscan/factor@1
""",
    severity="error",
)
