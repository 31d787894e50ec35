"""What is wrong with the text of a document in Markdown: what a reader stumbles over, and a program can see."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST = 25
"""The most words in a sentence, as the shipped pack asks of its own texts."""
COUNTED = {
    "vraag": "vragen",
    "actie": "acties",
    "aandachtspunt": "aandachtspunten",
    "ander aandachtspunt": "andere aandachtspunten",
    "andere actie": "andere acties",
    "factor": "factoren",
    "punt": "punten",
}
"""What is counted, one and many."""
LEFT_OVER = {
    "a brace": re.compile(r"\{[a-z_]*\}|\{\{|\}\}|\{%|%\}"),
    "a value of the program": re.compile(r"\b(None|True|False|Undefined|nan|Fraction)\b|<class|object at 0x"),
    "a space before a mark": re.compile(r"[^\s|>.-] [,;.!?](\s|$)"),
    "a doubled mark": re.compile(r"[,;:]{2}|(?<!\.)\.\.(?!\.)|\?\.|\.,|: ?\.|\(\s*\)"),
    "two spaces": re.compile(r"(?<=[^\s|])  +(?=[^\s|])"),
    "one of many": re.compile(rf"(?<![\d.,-])1 ({'|'.join(COUNTED.values())})\b"),
    "many of one": re.compile(rf"(?<![\d.,-])(0|[2-9]|\d{{2,}}) ({'|'.join(COUNTED)})\b"),
}


def faults(markdown: str) -> Iterator[str]:
    """Each fault of a text, with the line in which it stands."""
    for line in markdown.splitlines():
        said = re.sub(r"`[^`]*`", "", line).replace("\\", "")
        for name, pattern in LEFT_OVER.items():
            if pattern.search(said):
                yield f"{name}: {said}"
        if is_prose(said):
            yield from _sentences(said)


def is_prose(line: str) -> bool:
    """Whether a line holds sentences: no table, heading, label or field to fill in."""
    return bool(line.strip()) and not line.startswith(("|", "#", "---", "[", "- **", "  -", "**"))


def _sentences(line: str) -> Iterator[str]:
    said = re.sub(r"^(> |- |\d+\. )+", "", line).strip()
    for sentence in re.split(r"(?<=[.!?])\s+", said):
        if len(sentence.split()) > LONGEST:
            yield f"more than {LONGEST} words: {sentence}"
    if said and said[0].isalpha() and said[0].islower():
        yield f"no capital: {said}"
