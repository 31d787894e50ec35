"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH008",
    N_(
        "No factor or assessment comes near the limit. A file that does is not what it seems, and could stop the "
        "computer."
    ),
    wrong="""\
a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
""",
    right="""\
a: [[]]
""",
    severity="error",
)
