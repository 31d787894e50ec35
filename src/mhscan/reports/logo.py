"""Pictures from elsewhere: what they are, and that there is nothing in them but a picture."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from xml.parsers import expat

from mhscan.language import _, why
from mhscan.loading.paths import mark_read

LARGEST = 300_000
"""The most bytes of a logo: it stands in every document."""
_WIDEST = 6000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_ACTIVE = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "animate", "set", "handler", "listener", "a"}
)
_REACHES = re.compile(r"@import|url\(\s*['\"]?\s*(?!#)[^)\s]|javascript:|expression\(", re.IGNORECASE)


def logo_data(path: Path) -> tuple[str, str]:
    """A logo as a `data:` address, and what is wrong with it; one of the two is empty."""
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        mark_read(path)
    except OSError as error:
        return "", _("the logo {path} cannot be read: {why}").format(path=path, why=why(error))
    if len(data) > LARGEST:
        return "", _("the logo is larger than {n} kB").format(n=LARGEST // 1000)
    kind, fault = _kind(data)
    return ("", fault) if fault else (f"data:{kind};base64,{base64.b64encode(data).decode()}", "")


def _kind(data: bytes) -> tuple[str, str]:
    """What a picture is, and what is wrong with it."""
    if data.startswith(_PNG):
        width, height = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
        fits = data[12:16] == b"IHDR" and 0 < width <= _WIDEST and 0 < height <= _WIDEST
        return "image/png", "" if fits else _("the logo has no size, or one of more than {n} points").format(n=_WIDEST)
    if data.startswith(_JPEG):
        return "image/jpeg", "" if data.rstrip(b"\0").endswith(b"\xff\xd9") else _("the logo is not a whole picture")
    if b"<svg" in data[:5000]:
        return "image/svg+xml", _drawing_fault(data)
    return "", _("the logo is not a picture in PNG, JPEG or SVG")


class _Refused(Exception):  # noqa: N818  it is a way out, no fault
    """Reading a drawing stops here."""


def _drawing_fault(data: bytes) -> str:
    """What is wrong with a drawing in SVG: it cannot be read, acts, or reaches outside itself."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = _look_at
    parser.CharacterDataHandler = _look_at_text
    parser.StartDoctypeDeclHandler = _refuse
    parser.ProcessingInstructionHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return _("the logo is no SVG that can be read")
    except _Refused:
        return _("the logo has a part that acts or reaches outside: a script, a link, a definition or another file")
    return ""


def _look_at(name: str, attributes: dict[str, str]) -> None:
    if name.rpartition(":")[2].casefold() in _ACTIVE:
        raise _Refused
    for key, value in attributes.items():
        bare = key.rpartition(":")[2].casefold()
        reaches = bare in ("href", "src") and not value.strip().startswith("#")
        if bare.startswith("on") or reaches or _REACHES.search(value):
            raise _Refused


def _look_at_text(text: str) -> None:
    if _REACHES.search(text):
        raise _Refused


def _refuse(*_anything: object) -> None:
    raise _Refused
