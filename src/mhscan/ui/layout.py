"""How a text is laid out for a terminal: lists under titles, to the width of the window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mhscan.language import speaking
from mhscan.ui.streams import as_lines, wrapped


def text_in(language: str, lines: Iterable[str]) -> str:
    """Lines as one text, harmless; whoever makes them while they are read speaks this language."""
    with speaking(language):
        return as_lines(lines)


def listed(title: str, items: Iterable[str], lead: str = "- ") -> Iterator[str]:
    """A title below an empty line, with each item after a lead; nothing at all where there are no items."""
    for n, item in enumerate(items):
        if n == 0:
            yield ""
            yield from wrapped(title)
        yield from wrapped(item, lead)


def numbered(title: str, items: Iterable[tuple[int, str]]) -> Iterator[str]:
    """As `listed`, each item after its number."""
    for n, (number, item) in enumerate(items):
        if n == 0:
            yield ""
            yield from wrapped(title)
        yield from wrapped(item, f"{number}. ")


def sentences(texts: Iterable[str], indent: str = "") -> Iterator[str]:
    """Each text that is not empty, on lines of its own."""
    for text in texts:
        if text:
            yield from wrapped(text, indent)
