"""Found while a pack is held against what it was: see `checks/diff/`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH701",
    N_("The version number tells whoever has answers already whether those still mean the same."),
    wrong="""\
# a level got another score since version 1.0.0
version: 1.0.1
""",
    right="""\
version: 2.0.0
""",
    severity="error",
)
