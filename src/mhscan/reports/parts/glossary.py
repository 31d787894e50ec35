"""The words of the glossary in a document: which ones it uses, and where in a text they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import is_dataclass

from mhscan.pack.glossary import named, occurrences, used
from mhscan.pack.pack import Pack
from mhscan.reports.links import addresses
from mhscan.reports.views.glossary import NO_GLOSSARY, GlossaryView, TermView


def glossary(pack: Pack, view: object) -> GlossaryView:
    """What the glossary of the pack explains of the words in a view; nothing where the pack has no glossary."""
    if pack.glossary is None:
        return NO_GLOSSARY
    explained = used(pack.glossary.terms, _strings(view))
    terms = tuple(TermView(term.id, term.term, term.forms, term.text, term.lines()) for term in explained)
    return GlossaryView(pack.glossary.text if terms else "", terms)


def _strings(view: object) -> set[str]:
    """All texts inside a view."""
    texts, inside = set(), [view]
    while inside:
        value = inside.pop()
        if isinstance(value, str):
            texts.add(value)
        elif isinstance(value, tuple):
            inside += value
        elif isinstance(value, dict):
            inside += value.values()
        elif is_dataclass(value):
            inside += vars(value).values()
    return texts


def pieces(text: object, terms: Iterable[TermView]) -> list[tuple[str, str]]:
    """A text in pieces, each with the id of the term that it is, or nothing; a term counts where it stands first."""
    plain = str(text)
    links = addresses(plain)
    parts, at, seen = [], 0, set()
    for start, end, term in occurrences(plain, terms):
        if term.id not in seen and not any(start < last and first < end for first, last in links):
            seen.add(term.id)
            parts += [(plain[at:start], ""), (plain[start:end], term.id)]
            at = end
    return [piece for piece in (*parts, (plain[at:], "")) if piece[0]]


def without(terms: tuple[TermView, ...], text: object) -> tuple[TermView, ...]:
    """The terms that do not occur in a text: those that are still to be linked after it."""
    seen = named(terms, [str(text)])
    return tuple(term for term in terms if term not in seen)


def within(terms: tuple[TermView, ...], texts: Iterable[object]) -> tuple[TermView, ...]:
    """The terms that occur in these texts, or in the explanation of one that does."""
    return used(terms, [str(text) for text in texts])
