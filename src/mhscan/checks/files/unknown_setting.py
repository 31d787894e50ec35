"""Found by the reader of settings."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH014",
    N_("A setting with a typing error is a setting that does not work."),
    wrong="""\
[tool.mhscan]
selct = ['MH5']
""",
    right="""\
[tool.mhscan]
select = ['MH5']
""",
    severity="error",
)
