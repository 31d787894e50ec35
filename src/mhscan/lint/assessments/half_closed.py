"""A closed assessment says when it was closed."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document


def check(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """An assessment has `finished` exactly where its status is `final`."""
    if assessment.status == "final" and assessment.finished is None:
        message = _("the assessment is closed, and does not say when")
        hint = _("Make it a draft, then close it with: mhscan finish FILE.")
        yield problem("MH806", message, document.locate(("status",)), hint)
    if assessment.status == "draft" and assessment.finished is not None:
        message = _("the assessment says when it was closed, and is not closed")
        hint = _("Take 'finished' away, then close it with: mhscan finish FILE.")
        yield problem("MH806", message, document.locate(("finished",), at_key=True), hint)
