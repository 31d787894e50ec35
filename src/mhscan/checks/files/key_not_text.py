"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH010",
    N_("A key that is a list or a group of keys has no name by which anything could find it."),
    wrong="""\
? [a, b]
: text
""",
    right="""\
a: text
""",
    severity="error",
)
