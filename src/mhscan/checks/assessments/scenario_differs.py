"""Found while the scenarios of a pack are run: see `checks/scenarios.py`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH821",
    N_("A pack can be right in every file and still say the wrong things; a scenario says what it should say."),
    wrong="""\
# the answers make the rule dry-soil fire
expect: {silent: [dry-soil]}
""",
    right="""\
expect: {fires: [dry-soil]}
""",
    severity="error",
)
