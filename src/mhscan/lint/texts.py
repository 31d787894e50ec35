"""Checks of the texts for people in a file of any kind, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from mhscan.codes import problem
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.lint.plain_language import PROSE
from mhscan.loading.characters import QUOTES, hidden_in, named
from mhscan.loading.document import Document

OTHERS = frozenset((
    "about", "address", "because", "decision", "example", "forms", "free_text", "introduction", "limits", "meaning",
    "motto", "phrase", "place", "plural", "reason", "said", "sender", "singular", "term", "unseen", "value", "word",
))  # fmt: skip
"""Keys under which texts for people stand that are not held against what the pack calls plain."""
CLOSING = QUOTES + "\"'"
_CUT = re.compile(r"[ \t]+(?P<rest>#\w[^\n]*)")


def texts_of(data: Any, path: Path = (), key: str = "") -> Iterator[tuple[Path, str]]:
    """Each text for people in some data, with its path: under a key for one, or of more than one word.

    `key` is the last key on the way to the data.
    """
    if isinstance(data, dict):
        for step, value in data.items():
            yield from texts_of(value, (*path, step), step)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from texts_of(value, (*path, n), key)
    elif isinstance(data, str) and data and (" " in data.strip() or _is_for_people(key)):
        yield path, data


def _is_for_people(key: str) -> bool:
    """Whether a text of one word stands under a key for texts."""
    return key in (PROSE | OTHERS) - {"ask"}


def check_hidden_character(document: Document) -> Iterator[Problem]:
    """No text has a control character, an invisible one, or a word half in another script.

    A no-break space and a soft hyphen inside a text are right.
    """
    for path, text in texts_of(document.data):
        n = hidden_in(text)
        span = document.span(path)
        if n >= 0 and span is not None:
            at = document.text.find(text[n], *span)
            place = document.place(at, at + 1) if at >= 0 else document.locate(path)
            message = _("{character} stands in this text").format(character=named(text[n]))
            yield problem("MH521", message, place, _("Type the words around it again."))


def check_text_cut_off(document: Document) -> Iterator[Problem]:
    """Behind no text without quotes there is a # with a word or number directly behind it.

    A comment has a space there, or another sign.
    """
    for path, _text in texts_of(document.data):
        start, end = document.span(path) or (0, 0)
        cut = _CUT.match(document.text, end)
        if cut and document.text[start] not in "'\"|>":
            message = _("'{rest}' is no part of the text, but a comment").format(rest=cut["rest"].strip())
            hint = _("Put quotes around the whole text; if it is a comment, put a space behind the #.")
            yield problem("MH522", message, document.place(cut.start("rest"), cut.end()), hint)


def check_typographic_quotes(document: Document) -> Iterator[Problem]:
    """No text without quotes of YAML stands as a whole in typographic ones."""
    for path, text in texts_of(document.data):
        start, end = document.span(path) or (0, 0)
        whole = len(text) > 1 and text[0] in QUOTES and text[-1] in CLOSING and not set(text[1:-1]) & set(QUOTES)
        if whole and document.text[start] == text[0]:
            message = _("the quotes {signs} are part of the text").format(signs=f"{text[0]} {text[-1]}")
            hint = _("Put straight quotes in their place: \" or '. Word processors make the others by themselves.")
            yield problem("MH523", message, document.place(start, end), hint)
