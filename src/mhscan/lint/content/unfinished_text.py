"""Texts are finished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import prose
from mhscan.loading.packs import Folder

MARK = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|(?i:\blorem ipsum\b)")


def check(folder: Folder) -> Iterator[Problem]:
    """No text for people has a word by which authors mark what is to be done."""
    for part in folder.parts:
        for path, text in prose(part.document.data) if part.value is not None else ():
            if match := MARK.search(text):
                message = _("'{word}' marks what is not finished").format(word=match[0])
                yield part.problem("MH514", path, message, _("Finish the text."))
