"""Found by the reader of comments."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH011",
    N_("A comment that passes over nothing hides the next fault of that kind in the same place."),
    wrong="""\
# mhscan: ignore MH501 because this is the wording of the law
text: Short.
""",
    right="""\
text: Short.
""",
)
