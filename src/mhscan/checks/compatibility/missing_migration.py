"""Found while a pack is held against what it was: see `checks/diff/`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH702",
    N_("Without one, whoever has answers to the older version cannot go on with them."),
    wrong="""\
# the pack was of version 1.4.0, and there is no file in factors/migrations
version: 2.0.0
""",
    right="""\
# factors/migrations/1-to-2.yaml, also where all answers stay as they are
schema: mhscan/migration@1
from: 1.4.0
to: 2.0.0
""",
    severity="error",
)
