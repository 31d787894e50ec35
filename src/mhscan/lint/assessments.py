"""Checks of an assessment by itself, whatever its pack is."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document


def check_half_closed(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """An assessment has `finished` exactly where its status is `final`."""
    if assessment.status == "final" and assessment.finished is None:
        message = _("the assessment is closed, and does not say when")
        hint = _("Make it a draft, then close it with: mhscan finish FILE.")
        yield problem("MH806", message, document.locate(("status",)), hint)
    if assessment.status == "draft" and assessment.finished is not None:
        message = _("the assessment says when it was closed, and is not closed")
        hint = _("Take 'finished' away, then close it with: mhscan finish FILE.")
        yield problem("MH806", message, document.locate(("finished",), at_key=True), hint)


def check_closed_before_begun(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """The date on which an assessment was closed is not before its own; no clock is looked at."""
    finished = assessment.finished
    if finished is not None and finished.date < assessment.date:
        message = _("closed on {closed}, before the date of the answers: {date}")
        message = message.format(closed=finished.date, date=assessment.date)
        hint = _("One of the two dates is a slip of the pen; write the right one.")
        yield problem("MH807", message, document.locate(("finished", "date")), hint)


def check_answered_and_archived(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """No question has an answer of one version of the pack both under `answers` and under `archived`.

    A migration archives the answer of an older version under the key that the new answer has too.
    """
    for key, archived in assessment.archived.items():
        if key in assessment.answers and archived.version in (None, assessment.pack.version):
            message = _("'{key}' stands among the answers too").format(key=key)
            hint = _("The answer under 'answers' counts. Take this one away if it says nothing more.")
            yield problem("MH809", message, document.locate(("archived", key), at_key=True), hint)
