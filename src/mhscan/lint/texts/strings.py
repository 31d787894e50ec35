"""The texts for people in a file of any kind, by the keys that they stand under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mhscan.errors import Path
from mhscan.lint.plain_language import PROSE
from mhscan.loading.document import Document

OTHERS = frozenset((
    "about", "address", "because", "decision", "example", "forms", "free_text", "introduction", "limits", "meaning",
    "motto", "phrase", "place", "plural", "reason", "said", "sender", "singular", "term", "unseen", "value",
))  # fmt: skip
"""Keys under which texts for people stand that are not held against what the pack calls plain."""


def texts_of(document: Document) -> Iterator[tuple[Path, str]]:
    """Each text for people, with its place: what stands under a key for one, and what is more than one word."""
    yield from _texts(document.data, (), "")


def _texts(data: Any, path: Path, key: str) -> Iterator[tuple[Path, str]]:
    if isinstance(data, dict):
        for step, value in data.items():
            yield from _texts(value, (*path, step), step)
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from _texts(value, (*path, n), key)
    elif isinstance(data, str) and data and (" " in data.strip() or ((key in PROSE or key in OTHERS) and key != "ask")):
        yield path, data
