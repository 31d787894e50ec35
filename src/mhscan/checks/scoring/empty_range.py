"""A number can be answered."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model

PAGE = Page(
    "MH414",
    N_("With a minimum above the maximum, every answer is refused."),
    wrong="""\
{id: plots, type: number, minimum: 10, maximum: 1, ...}
""",
    right="""\
{id: plots, type: number, minimum: 1, maximum: 10, ...}
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """The lowest number that can be answered lies below the highest."""
    for part, model in folder.of(Model):
        for path, questions in ((("context",), model.context), (("subject", "fields"), model.subject.fields)):
            for n, one in enumerate(questions):
                if one.type == "number" and one.maximum is not None and one.maximum < one.minimum:
                    message = _("no number is {low} or more and {high} or less")
                    message = message.format(low=one.minimum, high=one.maximum)
                    yield part.problem("MH414", (*path, n, "maximum"), message, _("Raise it."), severity="warning")
