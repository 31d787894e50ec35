"""The words that a pack explains once: `factors/glossary.yaml`, and where they occur in a text."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Literal, Protocol, TypeVar

from pydantic import Field

from mhscan.base import Id, Seq, Strict, Text


class Term(Strict):
    """A word with its explanation; `forms` are other forms of it, such as the plural."""

    id: Id
    term: Text
    forms: Seq[Text] = ()
    text: Text

    def words(self) -> tuple[str, ...]:
        """All forms in which it can occur."""
        return (self.term, *self.forms)


class Glossary(Strict):
    """The whole of a glossary file; `text` stands above the list where it is shown."""

    schema_: Literal["mhscan/glossary@1"] = Field(alias="schema")
    text: str = ""
    terms: Seq[Term] = Field(min_length=1)


class Explained(Protocol):
    """Anything that occurs in texts in some forms and has an explanation: a `Term`, or what a report makes of it."""

    @property
    def text(self) -> str:
        """The explanation."""
        ...

    def words(self) -> tuple[str, ...]:
        """All forms in which it can occur."""
        ...


T = TypeVar("T", bound=Explained)


def occurrences(text: str, terms: Iterable[T]) -> Iterator[tuple[int, int, T]]:
    """Where terms occur in a text as whole words: from, up to, and which one; in order, none inside another."""
    yield from _find(text, _by_word(terms))


def _by_word(terms: Iterable[T]) -> dict[str, T]:
    """Each form of each term, whatever its capitals, with the term."""
    return {word.casefold(): term for term in terms for word in term.words()}


def _find(text: str, by_word: dict[str, T]) -> Iterator[tuple[int, int, T]]:
    if by_word:
        for match in _pattern(tuple(by_word)).finditer(text):
            yield match.start(), match.end(), by_word[match[0].casefold()]


def named(terms: tuple[T, ...], texts: Iterable[str]) -> tuple[T, ...]:
    """The terms that occur in these texts, in the order of the glossary."""
    by_word = _by_word(terms)
    # By identity: there are thousands of texts, and to compare two terms takes all their fields.
    found = {id(term) for text in texts for *_place, term in _find(text, by_word)}
    return tuple(term for term in terms if id(term) in found)


def used(terms: tuple[T, ...], texts: Collection[str]) -> tuple[T, ...]:
    """The terms that occur in these texts, or in the explanation of one that does; in the order of the glossary."""
    found: tuple[T, ...] = ()
    more = named(terms, texts)
    while len(more) > len(found):
        found = more
        ids = {id(term) for term in (*found, *named(terms, [term.text for term in found]))}
        more = tuple(term for term in terms if id(term) in ids)
    return found


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these words, the longest where two begin at the same place."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
