"""Which document a view is shown as."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class SectionView(Described):
    """A part of a document."""

    id: str
    """The id of the section, also its anchor in HTML."""
    block: str
    """The block of the template that fills it."""
    title: str
    """The heading."""
    text: tuple[str, ...]
    """Paragraphs that stand here instead of the block; empty where the block fills it."""


@dataclass(frozen=True)
class DocumentView(Described):
    """A document with its headings, as the pack and the house style configure them."""

    id: str
    """The id by which it is asked for."""
    title: str
    """What it is called."""
    about: str
    """What it is for, in a sentence."""
    template: str
    """The name of its template, without the format and the end of the name."""
    contents: bool
    """Whether a table of contents stands before it."""
    draft: bool
    """Whether it has places between brackets that somebody fills in before it goes out."""
    outward: bool
    """Whether it is for readers that do not work with the report, such as a council."""
    proposal: bool
    """Whether it asks somebody to decide; where too little is known it is made only if that was asked for."""
    sections: tuple[SectionView, ...]
    """Its headings in their order; empty where the template has them itself."""
