"""What a list of documents names is there, and each name is of one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mhscan.codes import problem
from mhscan.errors import InputError, Path, Problem
from mhscan.language import _
from mhscan.lint.templates.source import Templates
from mhscan.loading.document import Document
from mhscan.loading.near import suggest
from mhscan.pack.documents import Documents

if TYPE_CHECKING:
    from mhscan.reports.formats.documents import Registry


def check(folder: Templates) -> Iterator[Problem]:
    """`remove` names documents of the lists below it, `default` one that is left, and no name is of two."""
    from mhscan.lint.templates.rendered import listed_in  # noqa: PLC0415  see template_error
    from mhscan.reports.formats.documents import below, read_list, registry  # noqa: PLC0415  idem

    document = listed_in(folder)
    listed = read_list(folder.path)[0] if document is not None else None
    if document is None or listed is None:
        return
    try:
        under, known = below(folder.folders, folder.path), registry(folder.folders)
    except InputError:
        return  # Another check says so.
    named: list[tuple[Path, str, Registry]] = [(("remove", n), name, under) for n, name in enumerate(listed.remove)]
    if listed.default is not None:
        named.append((("default",), listed.default, known))
    for path, name, where in [one for one in named if one[2].find(one[1]) is None]:
        names = [name for entry in where.entries.values() for name in entry.names]
        hint = suggest(name, names) or _("Possible here: {keys}.").format(keys=", ".join(names))
        yield problem("MH608", _("there is no document '{name}' here").format(name=name), document.locate(path), hint)
    yield from _twice(document, listed, known)


def _twice(document: Document, listed: Documents, known: Registry) -> Iterator[Problem]:
    """Names in a list that more than one document has."""
    used = Counter(name for entry in known.entries.values() for name in {*entry.names})
    for n, entry in enumerate(listed.documents):
        for name in dict.fromkeys(one for one in entry.names if used[one] > 1):
            message, place = _("'{name}' is a name of more than one document"), ("documents", n, "id")
            hint = _("Choose another name.")
            yield problem("MH608", message.format(name=name), document.locate(place), hint)
