"""What was archived is not among the answers."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.answers.model import Assessment
from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document


def check(document: Document, assessment: Assessment) -> Iterator[Problem]:
    """No question has an answer of one version of the pack both under `answers` and under `archived`.

    A migration archives the answer of an older version under the key that the new answer has too.
    """
    for key, one in assessment.archived.items():
        if key in assessment.answers and one.version in (None, assessment.pack.version):
            message = _("'{key}' stands among the answers too").format(key=key)
            hint = _("The answer under 'answers' counts. Take this one away if it says nothing more.")
            yield problem("MH809", message, document.locate(("archived", key), at_key=True), hint)
