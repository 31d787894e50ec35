"""Elements of HTML are closed, and in order."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates
from mhscan.reports.formats.registry import FORMATS


def check(folder: Templates) -> Iterator[Problem]:
    """Each element of a document in HTML that needs an end has it, and they do not cross."""
    from mhscan.lint.templates.balance import unbalanced  # noqa: PLC0415  see template_error
    from mhscan.lint.templates.rendered import rendered  # noqa: PLC0415  idem

    for one in rendered(folder):
        fault = unbalanced(one.outcome) if FORMATS[one.format].html and isinstance(one.outcome, str) else None
        if fault is not None:
            message = _("the HTML of document '{id}' is broken: {tag} has no counterpart")
            message = message.format(id=one.document.id, tag=fault.tag)
            hint = _("Close each element inside the one in which it was opened.")
            yield problem("MH605", message, one.tag(fault.tag), hint)
