"""Found while the files of a pack are listed."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH019",
    N_(
        "A link can lead to a file that is not yours to show or to pass on. So a pack holds its files themselves, and "
        "nothing is read or copied through a link that leads out of it."
    ),
    wrong="""\
factors/soil.yaml        (a link to /home/me/soil.yaml)
""",
    right="""\
factors/soil.yaml        (the file itself)
""",
    severity="error",
)
