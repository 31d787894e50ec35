"""Texts hold only what can be seen."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.texts.strings import texts_of
from mhscan.loading.characters import hidden_in, named
from mhscan.loading.document import Document


def check(document: Document) -> Iterator[Problem]:
    """No text has a control character, an invisible one, or a word half in another script.

    A no-break space and a soft hyphen inside a text are right.
    """
    for path, text in texts_of(document):
        n = hidden_in(text)
        span = document.span(path)
        if n >= 0 and span is not None:
            at = document.text.find(text[n], *span)
            place = document.place(at, at + 1) if at >= 0 else document.locate(path)
            message = _("{character} stands in this text").format(character=named(text[n]))
            yield problem("MH521", message, place, _("Type the words around it again."))
