"""Found while a file is read."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH002",
    N_("YAML keeps the last of two equal keys and says nothing. The other text is gone without anybody noticing."),
    wrong="""\
title: Compost
title: Manure
""",
    right="""\
title: Compost
""",
    severity="error",
)
