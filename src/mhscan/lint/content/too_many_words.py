"""Sentences are short on average too."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _
from mhscan.lint.plain_language import mean_words, plain_of, prose
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """The sentences of no file have more words on average than the pack allows."""
    plain = plain_of(folder)
    for part in folder.parts if plain else ():
        mean = mean_words(text for _path, text in prose(part.document.data))
        if plain and part.value is not None and mean > plain.mean:
            message = _("the sentences of this file have {mean} words on average, more than {most}")
            message = message.format(mean=f"{mean:.1f}", most=plain.mean)
            hint = _("Split the longest sentences in two.")
            yield part.problem("MH505", ("schema",), message, hint, at_key=True)
