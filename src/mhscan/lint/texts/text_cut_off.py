"""Texts go on to where they seem to end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.texts.strings import texts_of
from mhscan.loading.document import Document

_CUT = re.compile(r"[ \t]+(?P<rest>#\w[^\n]*)")


def check(document: Document) -> Iterator[Problem]:
    """Behind no text without quotes there is a # with a word or number directly behind it.

    A comment has a space there, or another sign.
    """
    for path, _text in texts_of(document):
        start, end = document.span(path) or (0, 0)
        cut = _CUT.match(document.text, end)
        if cut and document.text[start] not in "'\"|>":
            message = _("'{rest}' is no part of the text, but a comment").format(rest=cut["rest"].strip())
            hint = _("Put quotes around the whole text; if it is a comment, put a space behind the #.")
            yield problem("MH522", message, document.place(cut.start("rest"), cut.end()), hint)
