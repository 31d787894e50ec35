"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH016",
    N_("YAML counts spaces. How wide a tab is differs from editor to editor, so YAML does not take it before a key."),
    wrong="""\
aspects:
<tab>- {id: care, title: Care}
""",
    right="""\
aspects:
  - {id: care, title: Care}
""",
    severity="error",
)
