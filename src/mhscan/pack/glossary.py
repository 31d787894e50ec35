"""The words that a pack explains once: `factors/glossary.yaml`, and where they occur in a text."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, Protocol, TypeVar

from pydantic import Field

from mhscan.base import Date, Id, Seq, Strict, Text
from mhscan.dates import date_words
from mhscan.language import _


class DatedItem(Strict):
    """Something outside the pack that a term stands for, such as an agreement: its official name, date and source.

    The date is as people write it, such as a year. What the authors could not look up is `unconfirmed`.
    """

    title: Text
    date: Text
    source: Text
    status: Literal["confirmed", "unconfirmed"] = "confirmed"
    note: str = ""


class Term(Strict):
    """A word with its explanation; `forms` are other forms of it, such as the plural.

    What the word stands for now can be listed under `items`, as it was on the day `as_of`.
    """

    id: Id
    term: Text
    forms: Seq[Text] = ()
    text: Text
    as_of: Date | None = None
    items: Seq[DatedItem] = ()

    def words(self) -> tuple[str, ...]:
        """All forms in which it can occur."""
        return (self.term, *self.forms)

    def lines(self) -> tuple[str, ...]:
        """What the word stands for, a line each, after a line that says of which day the list is; empty without any."""
        day = [_("State on {date}.").format(date=date_words(self.as_of))] if self.as_of and self.items else []
        return (*day, *map(_line, self.items))


def _line(item: DatedItem) -> str:
    """An item of a list, as one line."""
    known = {"title": item.title, "date": item.date, "source": item.source}
    if item.status == "confirmed":
        line = _("{title} ({date}). Source: {source}.").format(**known)
    else:
        line = _("{title} ({date}), to be confirmed. Source: {source}.").format(**known)
    return f"{line} {item.note}" if item.note else line


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
    by_word = _by_word(terms)
    if by_word:
        for match in _pattern(tuple(by_word)).finditer(_small(text)):
            yield match.start(), match.end(), by_word[match[0]]


def _by_word(terms: Iterable[T]) -> dict[str, T]:
    """Each form of each term, in small letters, with the term."""
    return {word: term for term in terms for word in _forms(term.words())}


@lru_cache(maxsize=1024)
def _forms(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in small letters; kept, since a document asks for them at each text."""
    return tuple(map(_small, words))


def _small(text: str) -> str:
    """A text in small letters, each where it stood: a letter that would become two stays as it is."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def named(terms: tuple[T, ...], texts: Iterable[str]) -> tuple[T, ...]:
    """The terms that occur in these texts, in the order of the glossary."""
    return _in_order(terms, _named(_by_word(terms), texts))


def used(terms: tuple[T, ...], texts: Collection[str]) -> tuple[T, ...]:
    """The terms that occur in these texts, or in the explanation of one that does; in the order of the glossary."""
    by_word, found = _by_word(terms), dict[int, T]()
    more = _named(by_word, texts)
    while more:
        found |= more
        there = _named(by_word, [term.text for term in more.values()])
        more = {key: term for key, term in there.items() if key not in found}
    return _in_order(terms, found)


def _named(by_word: dict[str, T], texts: Iterable[str]) -> dict[int, T]:
    """The terms that occur in these texts, by identity: to compare two terms takes all their fields."""
    pattern = _pattern(tuple(by_word))
    words = {word for text in texts for word in pattern.findall(_small(text))} if by_word else ()
    return {id(by_word[word]): by_word[word] for word in words}


def _in_order(terms: tuple[T, ...], found: Collection[int]) -> tuple[T, ...]:
    return tuple(term for term in terms if id(term) in found)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of these words, the longest where two begin at the same place.

    They stand in groups by their first letter: where a text has another one, a whole group is passed over at once. And
    the text is in small letters already, since to leave capitals to the pattern takes four times as long.
    """
    longest_first = sorted(words, key=lambda word: (word[0], -len(word)))
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groupby(longest_first, key=itemgetter(0))
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?!\w)")
