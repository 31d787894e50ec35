"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH009",
    N_("What stands below a line of three dashes is another document. Programs read the first one only."),
    wrong="""\
id: soil
---
title: Soil
""",
    right="""\
id: soil
title: Soil
""",
    severity="error",
)
