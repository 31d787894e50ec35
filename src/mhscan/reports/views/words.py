"""The words of whoever made the documents."""

from dataclasses import dataclass, field
from typing import Literal

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class SpanView(Described):
    """A piece of a line: text, or something that holds other pieces."""

    kind: Literal["text", "strong", "emphasis", "link"]
    """What it is."""
    text: str = ""
    """The text, where it is one."""
    link: str = ""
    """Where a link leads: an address that begins with `http:`, `https:` or `mailto:`."""
    spans: "tuple[SpanView, ...]" = ()
    """The pieces in it, where it is no text."""


@dataclass(frozen=True)
class LineView(Described):
    """A paragraph, an item of a list or a cell of a table."""

    spans: tuple[SpanView, ...]
    """Its pieces."""
    blocks: "tuple[BlockView, ...]" = ()
    """What stands under an item of a list."""


@dataclass(frozen=True)
class BlockView(Described):
    """A few paragraphs, a list or a table."""

    kind: Literal["paragraphs", "list", "numbers", "table"]
    """What it is; `numbers` is a list with numbers."""
    texts: tuple[str, ...]
    """The paragraphs or the items, as text without links and emphasis; of a table its rows."""
    lines: tuple[LineView, ...] = ()
    """The paragraphs or the items."""
    rows: tuple[tuple[LineView, ...], ...] = ()
    """The rows of a table; the first has its headings."""
    first: int = 1
    """The first number of a list with numbers."""


@dataclass(frozen=True)
class WordsView(Described):
    """What the adviser wrote in the file with notes; it stands in public and internal documents alike."""

    documents: dict[str, tuple[BlockView, ...]] = field(default_factory=dict)
    """The words for a document, by its id."""
    factors: dict[str, tuple[BlockView, ...]] = field(default_factory=dict)
    """The words about a factor, by its id."""


NO_WORDS = WordsView()
"""Nothing was written."""
