"""An assessment is closed on or after the date of its answers."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document


def check(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """The date on which an assessment was closed is not before its own; no clock is looked at."""
    finished = assessment.finished
    if finished is not None and finished.date < assessment.date:
        message = _("closed on {closed}, before the date of the answers: {date}")
        message = message.format(closed=finished.date, date=assessment.date)
        hint = _("One of the two dates is a slip of the pen; write the right one.")
        yield problem("MH807", message, document.locate(("finished", "date")), hint)
