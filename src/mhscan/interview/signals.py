"""Answers that do not fit together, in words for whoever answers."""

from __future__ import annotations

from mhscan.answers.model import Assessment
from mhscan.language import _, ngettext
from mhscan.pack.pack import Pack
from mhscan.scoring.signals import SignalResult, standing_signals


def signal_lines(pack: Pack, assessment: Assessment, key: str = "") -> tuple[str, ...]:
    """What does not fit together, a text each: in all answers, or with the answer to one question."""
    is_closed = assessment.status == "final"
    return tuple(_words(pack, one, is_closed) for one in standing_signals(pack, assessment, key))


def _words(pack: Pack, found: SignalResult, is_closed: bool) -> str:
    n, titles = len(found.keys), "; ".join(f"'{pack.title(key)}'" for key in found.keys)
    said = ngettext("This answer does not fit: {why}", "These answers do not fit together: {why}", n)
    return " ".join(
        (
            said.format(why=found.signal.text),
            _("It is about: {questions}.").format(questions=titles),
            _next(found, is_closed),
        )
    )


def _next(found: SignalResult, is_closed: bool) -> str:
    """What can be done about it."""
    if found.explained:
        return ngettext("There is a note with it.", "There is a note with one of them.", len(found.keys))
    if is_closed:
        return _("The internal report names it.")
    return ngettext(
        "Mend it, or leave it and say why in a note.",
        "Mend one of them, or leave it and say why in a note.",
        len(found.keys),
    )
