"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH007",
    N_("In YAML 1.1 the word no means false and 0344 means 228. A code or an answer changes without a word."),
    wrong="""\
code: 0344
title: No
""",
    right="""\
code: '0344'
title: 'No'
""",
    severity="error",
)
