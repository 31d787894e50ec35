"""Text from elsewhere: made harmless before anybody shows it, compared as people read it, quoted for a shell."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import unicodedata
from pathlib import Path

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ESCAPE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ALIKE = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4`", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
"""Apostrophes, quotation marks and dashes that people do not tell apart when they type."""


class NotTextError(ValueError):
    """Bytes that came in are no text in UTF-8; `column` is the first character that cannot be read, from 1."""

    def __init__(self, column: int) -> None:
        """Keep the place."""
        super().__init__(column)
        self.column = column


def neutral(text: object) -> str:
    """A text without control characters, terminal codes, or marks that turn the direction of what follows.

    A byte of a file name that is no character stays to be seen, as `\\xe9`.
    """
    return _SURROGATE.sub(_as_byte, _CONTROL.sub("", _ESCAPE.sub("", str(text))))


def _as_byte(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else "\ufffd"


def received(text: str) -> str:
    """A text that came from outside the program: from a pipe, a keyboard or the command line; harmless.

    Python keeps each byte that it cannot read as half a character. Where the bytes are UTF-8 after all, such as in a
    locale without any encoding, they are read so.

    Raises:
        NotTextError: the bytes are no text in UTF-8. To guess an encoding, or leave them out, would change the text.
    """
    if _SURROGATE.search(text):
        try:
            text = text.encode("utf-8", "surrogateescape").decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotTextError(len(error.object[: error.start].decode("utf-8")) + 1) from None
        except UnicodeEncodeError as error:
            raise NotTextError(error.start + 1) from None
    if "\0" in text:
        raise NotTextError(text.index("\0") + 1)
    return neutral(text)


def folded(text: object) -> str:
    """A text as it is compared with another: how it was typed plays no part, only what it says.

    Capitals, spaces, composed or loose accents, kinds of apostrophes, quotation marks and dashes, and what cannot be
    seen, count as the same.
    """
    # Before it is made plain too: a loose acute accent would become a space with an accent on it.
    plain = unicodedata.normalize("NFKC", str(text).translate(_ALIKE)).translate(_ALIKE)
    seen = "".join(one for one in plain if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFKC", " ".join(seen.split()).casefold())


def look_alike(one: str, other: str) -> str:
    """The letter of another alphabet by which two texts differ that look the same; empty where they do not."""
    pairs = [pair for pair in zip(folded(one), folded(other), strict=False) if pair[0] != pair[1]]
    foreign = [letter for pair in pairs for letter in pair if not _is_latin(letter)]
    alike = len(folded(one)) == len(folded(other)) and all(not (_is_latin(a) and _is_latin(b)) for a, b in pairs)
    return foreign[0] if foreign and alike else ""


def _is_latin(letter: str) -> bool:
    return not letter.isalpha() or unicodedata.name(letter, "").startswith("LATIN")


def slug(name: str) -> str:
    """A name as it can stand in a file name: small letters, digits and dashes; `scan` where none is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "scan"


def shell(word: object) -> str:
    """A word as it has to be typed in a command, so that a hint can be copied as it is."""
    text = str(word)
    if isinstance(word, Path) and text.startswith("-"):
        text = os.path.join(os.curdir, text)  # noqa: PTH118  pathlib leaves out the dot, which is the point here
    return subprocess.list2cmdline([text]) if os.name == "nt" else shlex.quote(text)
