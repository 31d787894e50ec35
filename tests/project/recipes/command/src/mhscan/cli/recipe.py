"""`mhscan recipe`: how much of an assessment is answered."""

from __future__ import annotations

from mhscan.cli.options import FileArgument, PackOption
from mhscan.cli.scans import ended, opened
from mhscan.language import ngettext
from mhscan.ui.streams import out


def recipe(file: FileArgument, pack: PackOption = None) -> int:
    """Say how many answers there are."""
    scan = opened(file, pack)
    n = len(scan.assessment.answers)
    out(ngettext("{n} answer is given.", "{n} answers are given.", n).format(n=n))
    return ended(scan.use)
