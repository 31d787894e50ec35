"""The glossary explains words that the pack uses."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import prose
from mhscan.loading.packs import Folder
from mhscan.pack.glossary import Glossary, used


def check(folder: Folder) -> Iterator[Problem]:
    """Each term occurs in a text of the pack, or in the explanation of a term that does."""
    for part, glossary in folder.of(Glossary):
        texts = [text for one in folder.parts if one is not part for _path, text in prose(one.document.data)]
        in_use = used(glossary.terms, texts)
        for n, term in enumerate(glossary.terms):
            if term not in in_use:
                message = _("'{term}' is explained, but no text of the pack uses it").format(term=term.term)
                hint = _("Take it out, or add the form in which it is used.")
                yield part.problem("MH507", ("terms", n, "term"), message, hint)
