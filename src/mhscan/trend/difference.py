"""How far two figures differ, and whether that can be said at all.

A figure is somewhere between `low` and `high` as long as answers are open. So the difference of two figures lies
between `after.low - before.high` and `after.high - before.low`. It is only called a change if the whole of that lies on
one side of 0: then it holds however the open answers of both turn out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mhscan.scoring.scores import Figure

Verdict = Literal["higher", "lower", "same", "cannot_be_said"]
NoVerdict = Literal["absent", "not_applicable", "too_little_known", "ranges_overlap"]


@dataclass(frozen=True)
class Difference:
    """After minus before, in points (-100 to 100).

    `low` and `high` hold for all ways in which open answers can turn out; they are None where one of the two is no
    figure. `why_not` says why nothing can be said.
    """

    verdict: Verdict
    why_not: NoVerdict | None
    low: Fraction | None
    high: Fraction | None


ABSENT = Difference("cannot_be_said", "absent", None, None)
NO_DIFFERENCE = Difference("same", None, Fraction(0), Fraction(0))


def difference(before: Figure | None, after: Figure | None) -> Difference:
    """The difference of two figures; no verdict where one is not there, or too little is known about it."""
    if before is None or after is None:
        return ABSENT
    if "not_applicable" in (before.status, after.status):
        return Difference("cannot_be_said", "not_applicable", None, None)
    low, high = after.low - before.high, after.high - before.low
    if "too_little_known" in (before.status, after.status):
        return Difference("cannot_be_said", "too_little_known", low, high)
    if low > 0:
        return Difference("higher", None, low, high)
    if high < 0:
        return Difference("lower", None, low, high)
    if low == high == 0:
        return Difference("same", None, low, high)
    return Difference("cannot_be_said", "ranges_overlap", low, high)
