"""Found while a closed assessment is held against the pack that was kept with it: see `checks/kept.py`."""

from __future__ import annotations

from mhscan.checks.page import Page
from mhscan.codes import N_

PAGE = Page(
    "MH805",
    N_("A closed assessment is scored with the pack that was kept with it. Another pack would give another score."),
    wrong="""\
# in scan.pack/factors/model.yaml, changed after scan.yaml was closed
- {level: 1, label: Begun, score: 60}
""",
    right="""\
# as it was when scan.yaml was closed: put back from a backup
- {level: 1, label: Begun, score: 40}
""",
    severity="error",
)
