"""Found by the reader of comments."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH013",
    N_("The comment seems to pass over something, and does not."),
    wrong="""\
# mhscan: ignore MH5001 because this is the wording of the law
""",
    right="""\
# mhscan: ignore MH501 because this is the wording of the law
""",
)
