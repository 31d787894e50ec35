"""Sentences say who does what."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import findings_of
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No sentence names who acts and still turns round."""
    for part, path, one in findings_of(folder, "passive"):
        message = _("'{words}' names who acts, yet turns the sentence round").format(words=one.words)
        hint = _("Begin with who acts.")
        yield part.problem("MH503", path, message, hint)
