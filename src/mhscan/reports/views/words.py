"""The words of whoever made the documents."""

from dataclasses import dataclass, field

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class BlockView(Described):
    """A few paragraphs, or a list."""

    kind: str
    """`paragraphs` or `list`."""
    texts: tuple[str, ...]
    """The paragraphs, or the lines of the list."""


@dataclass(frozen=True)
class WordsView(Described):
    """What the adviser wrote in the file with notes; it stands in public and internal documents alike."""

    documents: dict[str, tuple[BlockView, ...]] = field(default_factory=dict)
    """The words for a document, by its id."""
    factors: dict[str, tuple[BlockView, ...]] = field(default_factory=dict)
    """The words about a factor, by its id."""


NO_WORDS = WordsView()
"""Nothing was written."""
