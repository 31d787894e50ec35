"""The text of a file without what somebody may have written about a person: only its form, and what is sure to be safe.

A line of a file helps whoever mends a fault in it. It can also end up in a log that others read, and an assessment has
notes.
"""

from __future__ import annotations

import re

from mhscan.loading.yaml_places import scalars_at

_SHOWN = frozenset(
    {"schema", "id", "date", "version", "sha256", "questionnaire", "kind", "status", "state", "value", "at", "role"}
    | {"agreed", "level", "by", "since", "due", "owner"}
)
"""The keys of an assessment or a plan with values that are no free text."""
_PLAIN = re.compile(r"['\"]?[\w.:/@+-]{0,80}['\"]?")
"""A single word, such as an id, a number or a date."""
_FORM = frozenset("{}[],:-'\"#|>\n\t ")
_OF_A_PACK = re.compile(
    r"^schema:[ ]*['\"]?mhscan/(?:model|factor|questionnaire|source|glossary|migration|scenario|documents|style)@",
    re.MULTILINE,
)
_OTHER_KINDS = (".j2", ".md", ".toml", ".csv")


HIDDEN = "…"
"""Stands for free text in a sentence about what is wrong with it."""


def quotable(value: str, text: str, name: str) -> str:
    """A value of a file, or a key in it, as a message may quote it: free text in a file with answers is hidden."""
    return HIDDEN if _is_private(text, name) and not _PLAIN.fullmatch(value) else value


def _is_private(text: str, name: str) -> bool:
    """Whether a file can hold what somebody wrote about a person."""
    return not name.endswith(_OTHER_KINDS) and not _OF_A_PACK.search(text)


def shown_text(text: str, name: str) -> str:
    """A text with, unless it is a file of a pack, a dot for each sign that can be part of free text."""
    if not _is_private(text, name):
        return text
    signs = [sign if sign in _FORM else "·" for sign in text]
    for start, end, key in scalars_at(text):
        if (key is None or key in _SHOWN) and _PLAIN.fullmatch(text[start:end]):
            signs[start:end] = text[start:end]
    return "".join(signs)
