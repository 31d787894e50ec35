"""Quotes around a text are those of YAML."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.texts.strings import texts_of
from mhscan.loading.characters import QUOTES
from mhscan.loading.document import Document

CLOSING = QUOTES + "\"'"


def check(document: Document) -> Iterator[Problem]:
    """No text without quotes of YAML stands as a whole in typographic ones."""
    for path, text in texts_of(document):
        start, end = document.span(path) or (0, 0)
        inner = text[1:-1]
        whole = len(text) > 1 and text[0] in QUOTES and text[-1] in CLOSING and not any(one in QUOTES for one in inner)
        if whole and document.text[start] == text[0]:
            message = _("the quotes {signs} are part of the text").format(signs=f"{text[0]} {text[-1]}")
            hint = _("Put straight quotes in their place: \" or '. Word processors make the others by themselves.")
            yield problem("MH523", message, document.place(start, end), hint)
