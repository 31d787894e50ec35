"""Each document can be made."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates


def check(folder: Templates) -> Iterator[Problem]:
    """Each document that the pack changes can be made, within the limits for templates from elsewhere."""
    from mhscan.lint.templates.rendered import rendered  # noqa: PLC0415  see template_error
    from mhscan.reports.templates.faults import Fault  # noqa: PLC0415  idem

    for one in rendered(folder):
        if isinstance(one.outcome, Fault) and one.outcome.kind in ("other", "missing"):
            message = _("document '{id}' cannot be made: {why}").format(id=one.document.id, why=one.outcome.why)
            hint = _("Mend the template; mhscan report --document makes the document with real answers.")
            yield problem("MH606", message, one.place(one.outcome), hint)
