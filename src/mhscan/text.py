"""Text from elsewhere, made harmless before anybody shows it."""

from __future__ import annotations

import json
import re
import unicodedata

_FORBIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
_CONTROL = re.compile(f"[{_FORBIDDEN}]")
_ESCAPE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")
_UNSEEN = re.compile(rf"[\t\n\u2028\u2029{_FORBIDDEN}]")
_NOT_IN_JSON = re.compile(rf"(?![\n\r])[\u2028\u2029{_FORBIDDEN}]")
_COMMAND = re.compile(r"^(?=\s*::)|(?<=#)(?=#\w*\[)", re.MULTILINE)
_SHORT_WORD = re.compile(r"^\W*['`\u00b4\u02bb\u02bc\u2018\u2019\u201b\u2032]\w[\s-]+(?=\w)")
_NO_WORD = re.compile(r"[\W_]+")
_SINGLE = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def neutral(text: object) -> str:
    """A text without control characters, terminal codes, or marks that turn the direction of what follows."""
    return _CONTROL.sub("", _ESCAPE.sub("", str(text)))


def visible(text: object) -> str:
    """A text as one line, in which what is not seen, or would be obeyed, is written out: a line end as `\\n`."""
    return _UNSEEN.sub(lambda found: _NAMES.get(found[0]) or _written(found[0]), str(text))


_NAMES = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def _written(sign: str) -> str:
    return f"\\x{ord(sign):02x}" if ord(sign) < 0x100 else f"\\u{ord(sign):04x}"


def shown(text: object) -> str:
    """A text for people: neutral, and no line of it is what a build server takes for a command to itself."""
    return _COMMAND.sub(r"\\", neutral(_encodable(str(text))))


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
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", made) + "\n"


def sort_key(name: str) -> tuple[str, str]:
    """The place of a name in the alphabet, as registers have it; then the name itself, so that the order is fixed.

    Capitals, marks on letters and signs between words play no part, nor does a short word with an apostrophe before
    the name: 's-Hertogenbosch stands under the H. A letter with no simple form, such as the Danish ae, is written out.
    """
    letters = unicodedata.normalize("NFKD", _SHORT_WORD.sub("", name)).casefold().translate(_SINGLE)
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join(_NO_WORD.sub(" ", plain).split()), name


def small_number(text: str) -> int | None:
    """The whole number that a text is; nothing where it is none, or has more than nine digits."""
    return int(text) if text.isdecimal() and len(text) < 10 else None


def slug(name: str, otherwise: str = "scan") -> str:
    """A name as it can stand in a file name: small letters, digits and dashes, at most 100; another if none is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:100].strip("-") or otherwise
