"""Answers that do not fit together, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterable

from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.reports.views.answers import SignalView
from mhscan.reports.wording import ResultWording
from mhscan.scoring.signals import SignalResult


def signals(result: Result, wording: ResultWording) -> tuple[SignalView, ...]:
    """The answers that do not fit together, with what is said about it; the public gets their number only."""
    if wording.shown.audience != "internal":
        return ()
    return tuple(_signal(result, wording, one) for one in result.signals if one.outcome.value is True)


def signal_count(result: Result) -> int:
    """How often answers do not fit together."""
    return sum(one.outcome.value is True for one in result.signals)


def _signal(result: Result, wording: ResultWording, found: SignalResult) -> SignalView:
    answers = result.assessment.answers
    notes = [answers[key].note for key in found.keys if key in answers]
    remark = " ".join(dict.fromkeys(note for note in notes if note))
    return SignalView(found.signal.id, found.signal.text, wording.seen(found.keys), remark)


def contradicted(result: Result, keys: Iterable[str]) -> str:
    """That something rests on an answer that does not fit with another one; empty where it does not."""
    if result.contradicted.isdisjoint(keys):
        return ""
    return _("This rests on an answer that does not fit with another answer. Look at that first.")
