"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH003",
    N_("In another encoding, every letter with an accent becomes another sign on another computer."),
    wrong=r"""
title: Caf\xe9        (saved as Windows-1252)
""",
    right=r"""
title: Café        (saved as UTF-8)
""",
    severity="error",
)
