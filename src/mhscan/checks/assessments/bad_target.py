"""Found while a plan is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH812",
    N_("A target that cannot be reached, or that everybody reaches, is no target."),
    wrong="""\
targets:
  soil.compost: {level: 7}
""",
    right="""\
targets:
  soil.compost: {level: 2}
""",
    severity="error",
)
