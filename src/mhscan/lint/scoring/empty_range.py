"""A number can be answered."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The lowest number that can be answered lies below the highest."""
    for part, model in folder.of(Model):
        for path, questions in ((("context",), model.context), (("subject", "fields"), model.subject.fields)):
            for n, one in enumerate(questions):
                limits = one.traits.numbers
                if limits is not None and limits.maximum is not None and limits.maximum < limits.minimum:
                    message = _("no number is {low} or more and {high} or less")
                    message = message.format(low=limits.minimum, high=limits.maximum)
                    yield part.problem("MH414", (*path, n, "maximum"), message, _("Raise it."))
