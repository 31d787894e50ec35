"""Found by the reader of packs."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH018",
    N_("One of the two is an old copy, and nobody can tell which. Only one can count."),
    wrong="""\
# factors/soil.yaml and factors/soil.yml
""",
    right="""\
# factors/soil.yaml
""",
    severity="error",
)
