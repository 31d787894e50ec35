"""Questions and levels use words that everybody reads in the same way."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import findings_of
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No question or level has a word that the pack calls vague."""
    for part, path, one in findings_of(folder, "vague"):
        message = _("'{word}' is vague").format(word=one.words)
        hint = _("Say what can be seen: how many, how often, by when, on paper or not.")
        yield part.problem("MH502", path, message, hint)
