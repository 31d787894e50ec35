"""Answers of an assessment that do not fit together, where nobody has said why."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.base import SUBJECT
from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import _, ngettext
from mhscan.loading.document import Document
from mhscan.pack.pack import Pack
from mhscan.scoring.signals import standing_signals
from mhscan.text import shell


def signal_problems(pack: Pack, document: Document, assessment: Assessment) -> Iterator[Problem]:
    """Each signal that fires without a note at one of its answers: at the last of these, with the others beside it."""
    for one in standing_signals(pack, assessment):
        if one.explained:
            continue
        places = sorted((_place(document, key) for key in one.keys), key=lambda at: (at.line, at.column))
        related = tuple(Related(at, _("this answer too")) for at in places[:-1])
        n = len(one.keys)
        message = ngettext("this answer does not fit: {why}", "these answers do not fit together: {why}", n)
        hint = _("Mend it, or leave it and say why in a note: mhscan set {path} ID=VALUE --note TEXT")
        hint = hint.format(path=shell(document.file))
        if assessment.status == "final":
            hint = _("This scan is closed, so it stands as it is. The internal report names it.")
        yield problem("MH810", message.format(why=one.signal.text), places[-1], hint, related=related)


def _place(document: Document, key: str) -> Location:
    """Where an answer stands in the file: its value."""
    if key.startswith(SUBJECT):
        return document.locate(("subject", key.removeprefix(SUBJECT)))
    return document.locate(("answers", key, "value"))
