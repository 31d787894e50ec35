"""What became of each indicator between two assessments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mhscan.pack.pack import Place
from mhscan.scoring.scores import IndicatorScore
from mhscan.trend.scans import ComparedScan

ChangeKind = Literal["higher", "lower", "same", "now_known", "not_known_any_more", "open", "does_not_apply"]


@dataclass(frozen=True)
class IndicatorChange:
    """One indicator, before and after, both in the newest pack.

    `derived` says that the answer before was made out of others by a migration. `new` says that the pack of the time
    did not ask it; that is only known where that pack is at hand.
    """

    place: Place
    before: IndicatorScore
    after: IndicatorScore
    kind: ChangeKind
    derived: bool
    new: bool


def indicator_changes(before: ComparedScan, after: ComparedScan) -> tuple[IndicatorChange, ...]:
    """Each indicator of the newest pack, in the order of the model."""
    return tuple(_change(before, after, key) for key in after.now.pack.places)


def _change(before: ComparedScan, after: ComparedScan, key: str) -> IndicatorChange:
    one, other = before.now.scores.indicators[key], after.now.scores.indicators[key]
    answer = before.now.assessment.answers.get(key)
    return IndicatorChange(
        place=one.place,
        before=one,
        after=other,
        kind=_kind(one, other),
        derived=bool(answer and answer.derived_from),
        new=before.asked is not None and key not in before.asked,
    )


def _kind(before: IndicatorScore, after: IndicatorScore) -> ChangeKind:
    if "not_applicable" in (before.state, after.state):
        return "does_not_apply"
    if before.level is None or after.level is None:
        return "open" if before.level == after.level else "now_known" if before.level is None else "not_known_any_more"
    if before.level == after.level:
        return "same"
    return "higher" if after.level > before.level else "lower"


@dataclass(frozen=True)
class Counts:
    """How many questions have an answer both times, and how those changed; `derived` of them were carried over anew."""

    both: int
    higher: int
    lower: int
    same: int
    derived: int


def counts(changes: Iterable[IndicatorChange]) -> Counts:
    """The counts over some indicators: only of what was answered both times can it be seen whether it changed."""
    both = [one for one in changes if one.kind in ("higher", "lower", "same")]
    found = Counter(one.kind for one in both)
    derived = sum(one.derived for one in both)
    return Counts(len(both), found["higher"], found["lower"], found["same"], derived)
