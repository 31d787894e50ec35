"""Sentences are short."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import findings_of, plain_of, word_count
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No sentence has more words than the pack allows."""
    for part, path, one in findings_of(folder, "long"):
        plain = plain_of(folder)
        message = _("{n} words in a sentence, more than {most}: {words}")
        message = message.format(n=word_count(one.words), most=plain.longest if plain else 0, words=one.words)
        hint = _("Make two sentences of it.")
        yield part.problem("MH501", path, message, hint)
