"""Found while an assessment is held against its pack."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH803",
    N_(
        "Another version of the pack may ask and score other things. Two results from two versions are not the "
        "same measure."
    ),
    wrong="""\
pack: {id: allotment, version: 1.0.0, sha256: ...}
""",
    right="""\
# with the pack that it was made with
mhscan validate scan.yaml --pack scan.pack
""",
)
