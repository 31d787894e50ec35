"""Texts are tidy."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import findings_of
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No text has two spaces in a row, a space before a mark, or a brace that was left over."""
    for part, path, one in findings_of(folder, "untidy"):
        message = _("'{words}' does not belong here").format(words=one.words)
        hint = ""
        yield part.problem("MH506", path, message, hint)
