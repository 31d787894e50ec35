"""A list of documents can be read, and has each document and each section of it once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Path as DataPath
from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import read_document
from mhscan.pack.documents import Documents
from mhscan.reports.formats.documents import read_list
from mhscan.reports.templates.folders import LIST


def check(templates: Path) -> Iterator[Problem]:
    """The list of documents of a folder with templates has the shape that it should have, and each id once."""
    listed, problems = read_list(templates)
    yield from problems
    if listed is not None:
        yield from twice(read_document(templates / LIST)[0], listed)


def twice(document: Document, listed: Documents) -> Iterator[Problem]:
    """No two documents have the same id, and no two sections of one."""
    yield from _among(document, [(("documents", n, "id"), one.id) for n, one in enumerate(listed.documents)])
    for n, entry in enumerate(listed.documents):
        paths = [(("documents", n, "sections", m, "id"), one.id) for m, one in enumerate(entry.sections)]
        yield from _among(document, paths)


def _among(document: Document, ids: Sequence[tuple[DataPath, str]]) -> Iterator[Problem]:
    first: dict[str, DataPath] = {}
    for path, name in ids:
        if name in first:
            at = document.locate(first[name])
            where = _("line {n}").format(n=at.line)
            message = _("the id '{id}' is used twice; first in {where}").format(id=name, where=where)
            related = (Related(at, _("here for the first time")),)
            hint = _("Give one of the two another id.")
            yield problem("MH202", message, document.locate(path), hint, related=related)
        first.setdefault(name, path)
