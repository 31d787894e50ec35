"""Found by the reader of comments."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH012",
    N_("Whoever reads the file next year has to know why the fault may stay."),
    wrong="""\
# mhscan: ignore MH501
""",
    right="""\
# mhscan: ignore MH501 because this is the wording of the law
""",
)
