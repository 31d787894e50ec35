"""Templates use only what there is."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates


def check(folder: Templates) -> Iterator[Problem]:
    """No template asks for what is not there, with minimal, typical and maximal answers."""
    from mhscan.lint.templates.rendered import rendered  # noqa: PLC0415  see template_error
    from mhscan.reports.templates.faults import Fault  # noqa: PLC0415  idem

    for one in rendered(folder):
        if isinstance(one.outcome, Fault) and one.outcome.kind == "undefined":
            message = _("in document '{id}' this is not there: {why}").format(id=one.document.id, why=one.outcome.why)
            hint = _("mhscan schema report lists all that a template can use.")
            yield problem("MH602", message, one.place(one.outcome), hint)
