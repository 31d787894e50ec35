"""Text from elsewhere: made harmless before anybody shows it, compared as people read it, quoted for a shell."""

from __future__ import annotations

import json
import os
import re
import shlex
import unicodedata
from pathlib import Path

_FORBIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb"
# Not compiled before they are used: every command imports this module, and uses one or two of them. `re` keeps them.
_CONTROL = f"[{_FORBIDDEN}]"
_ESCAPE = r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)"
_SURROGATE = r"[\ud800-\udfff]"
_UNSEEN = rf"[\t\n\u2028\u2029\ud800-\udfff{_FORBIDDEN}]"
_NOT_IN_JSON = rf"(?![\n\r])[\u2028\u2029\ud800-\udfff{_FORBIDDEN}]"
_COMMAND = r"(?m)^(?=\s*::)|(?<=#)(?=#\w*\[)"
_SHORT_WORD = r"^\W*['`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032]\w[\s-]+(?=\w)"
_NO_WORD = r"[\W_]+"
_SINGLE = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
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
    plain = str(text)
    # Nearly every text is of signs that can be printed, and none of those is taken out.
    if plain.isprintable():
        return plain
    return re.sub(_SURROGATE, _as_byte, re.sub(_CONTROL, "", re.sub(_ESCAPE, "", plain)))


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
    if re.search(_SURROGATE, text):
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


def visible(text: object) -> str:
    """A text as one line, in which what is not seen, or would be obeyed, is written out: a line end as `\\n`."""
    return re.sub(_UNSEEN, lambda found: _NAMES.get(found[0]) or _written(found[0]), str(text))


_NAMES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def _written(sign: str) -> str:
    # A byte of a name that is no text stands as half a character; it is shown as the byte that it is.
    number = ord(sign) - 0xDC00 if "\udc80" <= sign <= "\udcff" else ord(sign)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"


def shown(text: object) -> str:
    """A text for people: neutral, and no line of it is what a build server takes for a command to itself."""
    return re.sub(_COMMAND, r"\\", neutral(_encodable(str(text))))


def sifted(text: str) -> str:
    """A document for standard output, without what a terminal obeys; its line ends and byte order mark stay."""
    head = "\ufeff" if text.startswith("\ufeff") else ""
    return head + "\r\n".join(neutral(part) for part in _encodable(text).split("\r\n"))


def _encodable(text: str) -> str:
    """A text with a question mark for half a character, such as a name of a file that is not UTF-8 has."""
    return text.encode(errors="replace").decode()


def as_json(data: object) -> str:
    """Data as JSON in which what a terminal obeys, or what turns a text round, is written as `\\u....`."""
    made = json.dumps(data, ensure_ascii=False, indent=2)
    return re.sub(_NOT_IN_JSON, lambda found: f"\\u{ord(found[0]):04x}", made) + "\n"


def sort_key(name: str) -> tuple[str, str]:
    """The place of a name in the alphabet, as registers have it; then the name itself, so that the order is fixed.

    Capitals, marks on letters and signs between words play no part, nor does a short word with an apostrophe before
    the name: 's-Hertogenbosch stands under the H. A letter with no simple form, such as the Danish ae, is written out.
    """
    letters = unicodedata.normalize("NFKD", re.sub(_SHORT_WORD, "", name)).casefold().translate(_SINGLE)
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join(re.sub(_NO_WORD, " ", plain).split()), name


def small_number(text: str) -> int | None:
    """The whole number that a text is; nothing where it is none, or has more than nine digits."""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def slug(name: str, otherwise: str = "scan") -> str:
    """A name as it can stand in a file name: small letters, digits and dashes, at most 100; another if none is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100].strip("-") or otherwise


def shell(word: object) -> str:
    """A word as it has to be typed in a command, so that a hint can be copied as it is."""
    text = str(word)
    if isinstance(word, Path) and text.startswith("-"):
        # Pathlib would leave out the dot, which is the point here.
        text = f"{os.curdir}{os.sep}{text}"
    if os.name == "nt":
        return f'"{text}"' if re.search(r"[^\w.:/\\-]", text) else text
    return shlex.quote(text)
