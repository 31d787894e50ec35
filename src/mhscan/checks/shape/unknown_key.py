"""Found while data is made a model."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH102",
    N_("A key that nothing reads is often a typing error: what you wrote under it has no effect."),
    wrong="""\
wieght: 2
""",
    right="""\
weight: 2
""",
    severity="error",
)
