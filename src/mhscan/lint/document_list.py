"""A list of documents can be read, and has each document and each section of it once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem, Related
from mhscan.integrity.walk import repeats
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.pack.documents import Documents
from mhscan.reports.formats.documents import read_list
from mhscan.reports.rendering.folders import LIST


def check(templates: Path) -> Iterator[Problem]:
    """The list of documents of a folder with templates has the shape that it should have, and each id once."""
    listed, problems = read_list(templates)
    yield from problems
    if listed is not None:
        yield from twice(read_document(templates / LIST)[0], listed)


def twice(document: Document, listed: Documents) -> Iterator[Problem]:
    """No two documents have the same id, and no two sections of one."""
    yield from _among(document, ("documents",), [entry.id for entry in listed.documents])
    for n, entry in enumerate(listed.documents):
        yield from _among(document, ("documents", n, "sections"), [section.id for section in entry.sections])


def _among(document: Document, path: DataPath, ids: list[str]) -> Iterator[Problem]:
    for n, first in repeats(ids):
        at = document.locate((*path, first, "id"))
        where = _("line {n}").format(n=at.line)
        message = _("the id '{id}' is used twice; first in {where}").format(id=ids[n], where=where)
        related = (Related(at, _("here for the first time")),)
        hint = _("Give one of the two another id.")
        yield problem("MH202", message, document.locate((*path, n, "id")), hint, related=related)
