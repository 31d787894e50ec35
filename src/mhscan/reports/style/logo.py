"""Pictures from elsewhere: what they are, and that there is nothing in them but a picture."""

from __future__ import annotations

import base64
from pathlib import Path

from mhscan.language import _, why
from mhscan.loading.paths import mark_read, read_start
from mhscan.reports.style.drawing import drawing_fault

LARGEST = 300_000
"""The most bytes of a logo: it stands in every document."""
_WIDEST = 6000
_MARK, _FRAME, _NO_FRAMES = 0xFF, 0xC0, (0xC4, 0xC8, 0xCC)
"""What a part of a JPEG begins with, and the first of the kinds that say a size, with those among them that do not."""
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def logo_data(path: Path) -> tuple[str, str]:
    """A logo as a `data:` address, and what is wrong with it; one of the two is empty."""
    try:
        data = read_start(path, LARGEST + 1)
        mark_read(path)
    except OSError as error:
        return "", _("the logo {path} cannot be read: {why}").format(path=path, why=why(error))
    if data is None:
        return "", _("the logo {path} is not an ordinary file").format(path=path)
    if len(data) > LARGEST:
        return "", _("the logo is larger than {n} kB").format(n=LARGEST // 1000)
    kind, fault = _kind(data)
    return ("", fault) if fault else (f"data:{kind};base64,{base64.b64encode(data).decode()}", "")


def _kind(data: bytes) -> tuple[str, str]:
    """What a picture is, and what is wrong with it."""
    if data.startswith(_PNG):
        size = (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) if data[12:16] == b"IHDR" else (0, 0)
        return "image/png", _size_fault(size)
    if data.startswith(_JPEG):
        whole = data.rstrip(b"\0").endswith(b"\xff\xd9")
        return "image/jpeg", _size_fault(_jpeg_size(data)) if whole else _("the logo is not a whole picture")
    if b"<svg" in data[:5000]:
        return "image/svg+xml", drawing_fault(data)
    return "", _("the logo is not a picture in PNG, JPEG or SVG")


def _size_fault(size: tuple[int, int]) -> str:
    """What is wrong with a width and a height: a small file can be a picture that fills a memory."""
    fits = all(0 < length <= _WIDEST for length in size)
    return "" if fits else _("the logo has no size, or one of more than {n} points").format(n=_WIDEST)


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The width and height of a picture in JPEG; nothing where it does not say."""
    at = 2
    while at + 9 <= len(data) and data[at] == _MARK:
        if _FRAME <= data[at + 1] < _FRAME + 16 and data[at + 1] not in _NO_FRAMES:
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0, 0
