"""`mhscan set`: answers without an interview."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from mhscan.answers.model import Assessment
from mhscan.answers.store import open_store
from mhscan.cli.common import once, timestamp
from mhscan.cli.options import FileArgument, PackOption, argument, option
from mhscan.cli.scans import ended, opened_to_change
from mhscan.interview.assign import Assignment, Extras, apply, parse_assignment, refuse_unused
from mhscan.interview.signals import signal_lines
from mhscan.language import _
from mhscan.opening.scan import refuse_older
from mhscan.ui.streams import talk

AnswersArgument = Annotated[
    list[str],
    argument(
        _("ID=VALUE"),
        _("ID=VALUE: a level, an option, a number; unknown, skipped or not_applicable; nothing to take it away."),
    ),
]
ReasonOption = Annotated[str, option("--reason", _("TEXT"), _("Why it does not apply."))]
NoteOption = Annotated[str, option("--note", _("TEXT"), _("A note with the answers."))]
CarriedByOption = Annotated[
    str, option("--carried-by", _("NAME"), _("Name of the arrangement by which others carry it."))
]
EvidenceOption = Annotated[str, option("--evidence", _("TITLE"), _("Title of a document."))]


def set_answer(
    file: FileArgument,
    answers: AnswersArgument,
    reason: ReasonOption = "",
    note: NoteOption = "",
    carried_by: CarriedByOption = "",
    evidence: EvidenceOption = "",
    pack: PackOption = None,
) -> int:
    """Save one or more answers; all of them, or none if one is wrong."""
    scan = opened_to_change(file, pack)
    used = scan.pack
    if note or evidence or reason:
        talk(used.model.privacy.free_text)
    extras = Extras(reason, note, carried_by, evidence)

    def parsed(now: Assessment) -> list[Assignment]:
        return [parse_assignment(used, now, one, extras, timestamp()) for one in answers]

    # Before the file is opened to write in it: what is wrong with an answer matters more than whether it may be saved.
    planned = parsed(scan.assessment)
    once(one.key for one in planned)
    refuse_unused(planned, extras)

    def change(now: Assessment) -> Assessment:
        refuse_older(replace(scan, original=now))
        planned[:] = parsed(now)
        return apply(now, planned)

    with open_store(file) as store:
        store.update(change)
    for one in planned:
        talk(_("Saved: {answer}").format(answer=f"{one.key}: {one.said}"))
        if one.gone:
            talk(_("What stood with it before is gone: {what}.").format(what=", ".join(one.gone)))
    for text in dict.fromkeys(text for one in planned for text in signal_lines(used, store.assessment, one.key)):
        talk(text)
    return ended(scan.use)
