"""The words that a document explains."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class TermView(Described):
    """A word with its explanation."""

    id: str
    """Its id; a link to it ends in `#term-ID`."""
    term: str
    """The word."""
    forms: tuple[str, ...]
    """Other forms of it, such as the plural."""
    text: str
    """What it means here."""
    lines: tuple[str, ...] = ()
    """What it stands for, a line each, after a line that says of which day the list is."""

    def words(self) -> tuple[str, ...]:
        """All forms in which it can occur."""
        return (self.term, *self.forms)


@dataclass(frozen=True)
class GlossaryView(Described):
    """The words of the glossary that the texts of a document use."""

    text: str = ""
    """Stands above the list; may be empty."""
    terms: tuple[TermView, ...] = ()
    """The words, in the order of the glossary."""


NO_GLOSSARY = GlossaryView()
"""No word is explained."""
