"""Found by the reader of settings."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH015",
    N_("A setting with a wrong value is a setting that does not work."),
    wrong="""\
[tool.mhscan]
ignore = 'MH501'
""",
    right="""\
[tool.mhscan]
ignore = ['MH501']
""",
    severity="error",
)
