"""Each word that the glossary explains belongs to one term."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.glossary import Glossary


def check(folder: Folder) -> Iterator[Problem]:
    """There is one glossary, and no two terms in it share an id or a form."""
    # The one with the usual name is no copy; nor is the one with the shorter name.
    files = sorted(folder.of(Glossary), key=lambda one: (not _is_usual(one[0]), len(one[0].document.file)))
    for part, _glossary in files[1:]:
        message = _("a pack has one glossary; the other is {file}").format(file=files[0][0].document.file)
        yield part.problem("MH209", ("schema",), message, _("Put all terms in one file."))
    for part, glossary in files[:1]:
        yield from _shared(part, glossary)


def _is_usual(part: Part) -> bool:
    return FilePath(part.document.file).name == "glossary.yaml"


def _shared(part: Part, glossary: Glossary) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for n, term in enumerate(glossary.terms):
        words = list(dict.fromkeys(one.casefold() for one in (term.id, *term.words())))
        shared = [word for word in words if first.setdefault(word, n) != n]
        if shared:
            at = first[shared[0]]
            message = _("'{word}' is explained twice: it belongs to '{id}' too")
            message = message.format(word="', '".join(shared), id=glossary.terms[at].id)
            related = (Related(part.document.locate(("terms", at)), _("here for the first time")),)
            yield part.problem("MH209", ("terms", n), message, _("Keep it with one of the two."), related=related)
