"""Abbreviations are explained."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import findings_of
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No text has an abbreviation that it does not explain."""
    for part, path, one in findings_of(folder, "abbreviation"):
        message = _("'{word}' is not explained").format(word=one.words)
        hint = _("Write it in full, with the abbreviation in brackets, or list it under 'plain' in the model.")
        yield part.problem("MH504", path, message, hint)
