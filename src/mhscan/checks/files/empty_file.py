"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH005",
    N_("An empty file is often one that was not saved to its end."),
    wrong="""\
# nothing here yet
""",
    right="""\
schema: mhscan/factor@1
id: soil
""",
    severity="error",
)
