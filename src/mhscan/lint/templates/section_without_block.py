"""Each section of a document has a block."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates


def check(folder: Templates) -> Iterator[Problem]:
    """Each section that a template asks a block for has one, or a text of its own."""
    from mhscan.lint.templates.rendered import rendered  # noqa: PLC0415  see template_error
    from mhscan.reports.templates.faults import Fault  # noqa: PLC0415  idem

    for one in rendered(folder):
        if isinstance(one.outcome, Fault) and one.outcome.kind == "block":
            message = _("no template has a block '{block}' for this section").format(block=one.outcome.word)
            hint = _("Write that block in the template, or a 'text' with the section.")
            yield problem("MH604", message, one.listed(one.outcome.word), hint)
