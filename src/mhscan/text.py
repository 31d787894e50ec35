"""Text from elsewhere, made harmless before anybody shows it."""

from __future__ import annotations

import re
import unicodedata

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ESCAPE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")


def neutral(text: object) -> str:
    """A text without control characters, terminal codes, or marks that turn the direction of what follows."""
    return _CONTROL.sub("", _ESCAPE.sub("", str(text)))


def slug(name: str, otherwise: str = "scan") -> str:
    """A name as it can stand in a file name: small letters, digits and dashes; another name where none is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or otherwise
