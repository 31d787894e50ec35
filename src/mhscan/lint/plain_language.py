"""Texts are in plain language, by the measure that the pack gives under `plain`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from mhscan.errors import Path
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Avoided, Plain
from mhscan.patterns import LONGEST

Kind = Literal["long", "commas", "vague", "passive", "abbreviation", "untidy"]

PROSE = frozenset((
    "absent", "after", "ask", "cite", "counts", "decision", "evidence", "free_text", "help", "label", "meaning",
    "method", "missing", "name", "note", "owners", "phrase", "proposal", "publisher", "question", "research", "result",
    "section", "steps", "subtitle", "text", "there", "title", "unseen", "why",
))  # fmt: skip
"""The keys under which sentences for people stand."""
REFERS = frozenset({"applies_if", "plain", "requires", "when"})
"""The keys under which nothing is said to anybody."""

# A mark, perhaps inside quotes or brackets, and then a space or the end.
_MARK = re.compile(r"[.!?:][\"'”’)\]]*(?=\s|$)")
_DOTTED = re.compile(r"(?:^|[\s(])(?:\w\.)+$")
_NUMBER_ONLY = re.compile(r"\W*\d+\W*")
_CAPITALS = re.compile(r"\b[A-Z]{2,}\b")
_UNTIDY = re.compile(r"\S(  +)\S|[{}]{1,2}|(?: [,.;?!])(?=\s|$)")


@dataclass(frozen=True)
class Finding:
    """Something in a text that is not plain: its kind, and the words that it is about."""

    kind: Kind
    words: str


def sentences(text: str) -> list[str]:
    """The sentences of a text; a heading or other text without a mark at its end is one too.

    A colon ends one as a full stop does. Dots inside dates and numbers, and those of an abbreviation, end none.
    """
    found, start = [], 0
    for mark in _MARK.finditer(text):
        if _ends(text, mark):
            found.append(text[start : mark.end()].strip())
            start = mark.end()
    found.append(text[start:].strip())
    return [one for one in found if one]


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends a sentence."""
    rest = text[mark.end() :].lstrip()
    if mark[0][0] != "." or not rest:
        return True
    before = text[: mark.start() + 1]
    starts_line = _NUMBER_ONLY.fullmatch(before.rpartition("\n")[2])
    return not (rest[0].islower() or _DOTTED.search(before) or starts_line)


def word_count(sentence: str) -> int:
    """How many words a sentence has; a dash or another mark by itself is none."""
    return sum(any(sign.isalnum() for sign in word) for word in sentence.split())


def whole(text: str) -> list[str]:
    """The sentences of a text that end with a mark: no headings, names or items of a list."""
    return [one for one in sentences(text) if _MARK.search(one[-3:])]


def mean_words(texts: Iterable[str]) -> float:
    """How many words the whole sentences of these texts have on average; 0 without any."""
    counts = [word_count(one) for text in texts for one in whole(text)]
    return sum(counts) / len(counts) if counts else 0.0


def findings(text: str, plain: Plain, decides: bool = False) -> Iterator[Finding]:
    """All that is not plain in a text; vague words only where it `decides`, as a question and a level do."""
    parts = sentences(text)
    for one in parts:
        if word_count(one) > plain.longest:
            yield Finding("long", one)
        if len(re.findall(r",(?=\s)", one)) > plain.commas:
            yield Finding("commas", one)
    if decides:
        for word in plain.vague:
            if _whole_word(word).search(text):
                yield Finding("vague", word)
    for form in plain.passive:
        for one in parts:
            yield from (Finding("passive", match[0]) for match in re.finditer(form, one[:LONGEST], re.IGNORECASE))
    yield from (Finding("abbreviation", one) for one in _unexplained(text, plain))
    yield from (Finding("untidy", match[0]) for match in _UNTIDY.finditer(text))


def avoided(text: str, wordings: Iterable[Avoided]) -> Iterator[tuple[str, Avoided]]:
    """The words of a text that have a form to avoid, each with what is said of that form."""
    for one in sentences(text):
        for wording in wordings:
            if match := re.search(wording.pattern, one[:LONGEST], re.IGNORECASE):
                yield match[0], wording


@lru_cache(maxsize=1000)
def _whole_word(word: str) -> re.Pattern[str]:
    """A word in any case of letters, and not as a part of another word."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def _unexplained(text: str, plain: Plain) -> Iterator[str]:
    """The abbreviations of a text that are not explained in it, in brackets beside their full form."""
    for one in dict.fromkeys(_CAPITALS.findall(text)):
        first = re.escape(one[0])
        behind = rf"(?i:\b{first}\w+)[^()]*\({one}\)"
        before = rf"\b{one} \((?i:{first})\w+"
        if one not in plain.abbreviations and not re.search(f"{behind}|{before}", text):
            yield one


def prose(data: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Each text for people in the data of a file, with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in REFERS:
                yield from prose(value, (*path, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from prose(value, (*path, n))
    elif isinstance(data, str) and _key(path) in PROSE and not _is_id(path):
        yield path, data


def _key(path: Path) -> str:
    """The last key on the way to a value."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _is_id(path: Path) -> bool:
    """Whether a value is one of the questions that a section of a questionnaire asks."""
    return path[:1] == ("sections",) and _key(path) == "ask"


def decides(path: Path) -> bool:
    """Whether a text is a question, a fact or a level, by which an answer is chosen."""
    level = len(path) > 2 and path[-1] == "text" and path[-3] in ("levels", "observations")
    return level or path[-1] == "question" or (len(path) == 3 and path[0] == "context" and path[2] == "text")


def is_help(path: Path) -> bool:
    """Whether a text is the help of a question, with its sources or without."""
    return path[-1] == "help" or path[-2:] == ("help", "text")


def prose_of(folder: Folder) -> Iterator[tuple[Part, Path, str]]:
    """Each text for people in the files of a pack whose shape is right, with the file and its place."""
    for part in folder.parts:
        if part.value is not None:
            yield from ((part, path, text) for path, text in prose(part.document.data))
