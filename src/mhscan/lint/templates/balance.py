"""Whether the elements of a text in HTML are closed in order."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
ENDS_BY_ITSELF = frozenset((
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "rp", "rt",
    "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
))  # fmt: skip
"""Elements whose end tag may be left out, by the HTML standard."""


@dataclass(frozen=True)
class Unbalanced:
    """A tag without its counterpart, such as `<p>` or `</p>`, and its line and column, both from 1."""

    tag: str
    line: int
    column: int


class _Elements(HTMLParser):
    """Follows which elements are open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, tuple[int, int]]] = []
        self.fault: Unbalanced | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  it is the parser that calls
        """An element begins."""
        if tag not in VOID:
            self.open.append((tag, self.getpos()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins and ends at once."""

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and with it those in it whose end may be left out."""
        if tag in VOID or self.fault:
            return
        if tag not in (name for name, _place in self.open):
            self.fault = _found(f"</{tag}>", self.getpos())
            return
        while self.open[-1][0] != tag:
            self.left_out()
        self.open.pop()

    def left_out(self) -> None:
        """The innermost element has no end tag."""
        name, place = self.open.pop()
        if name not in ENDS_BY_ITSELF and not self.fault:
            self.fault = _found(f"<{name}>", place)


def _found(tag: str, place: tuple[int, int]) -> Unbalanced:
    return Unbalanced(tag, place[0], place[1] + 1)


def unbalanced(text: str) -> Unbalanced | None:
    """The first tag that has no counterpart; nothing where all is in order."""
    reader = _Elements()
    reader.feed(text)
    reader.close()
    while reader.open:
        reader.left_out()
    return reader.fault
