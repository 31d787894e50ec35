"""Words that the pack calls hard are in its glossary."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.glossary import Glossary
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """Each word under `plain.hard` is a term of the glossary or a form of one."""
    glossaries = [glossary for _part, glossary in folder.of(Glossary)]
    known = {word.casefold() for one in glossaries for term in one.terms for word in term.words()}
    for part, model in folder.of(Model):
        for n, word in enumerate(model.plain.hard if model.plain else ()):
            if word.casefold() not in known:
                message = _("'{word}' is a hard word, and the glossary does not explain it").format(word=word)
                hint = _("Add a term for it to factors/glossary.yaml.")
                yield part.problem("MH508", ("plain", "hard", n), message, hint)
