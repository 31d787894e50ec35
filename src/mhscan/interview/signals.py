"""Answers that do not fit together, in words for whoever answers."""

from __future__ import annotations

from mhscan.answers.model import Assessment
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.scoring.signals import SignalResult, standing_signals


def signal_lines(pack: Pack, assessment: Assessment, key: str = "") -> tuple[str, ...]:
    """What does not fit together, a text each: in all answers, or with the answer to one question."""
    is_closed = assessment.status == "final"
    return tuple(_words(pack, one, is_closed) for one in standing_signals(pack, assessment, key))


def _words(pack: Pack, found: SignalResult, is_closed: bool) -> str:
    titles = "; ".join(pack.title(key) for key in found.keys)
    said = _("These answers do not fit together ({questions}): {why}").format(questions=titles, why=found.signal.text)
    if found.explained:
        return f"{said} {_('There is a note with one of them.')}"
    if is_closed:
        return f"{said} {_('The internal report names it.')}"
    return f"{said} {_('Mend one of them, or leave it and say why in a note.')}"
