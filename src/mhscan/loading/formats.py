"""Files of other programs that are given for a text: what they are, and what to do."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from mhscan.language import _


@dataclass(frozen=True)
class OtherFormat:
    """A format that is no text: what it is called, and how to get a text out of it."""

    called: str
    remedy: str


_BEGINNINGS = ((b"PK\x03\x04", "zip"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"%PDF-", "pdf"))
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_PARTS = (
    ("xl/", "Excel"),
    ("Index/Tables", "Numbers"),
    ("word/", "Word"),
)
"""What the name of a part of a zip file says about the program that made it."""


def other_format(raw: bytes) -> OtherFormat | None:
    """The format of a file that is no text in UTF-8, where its first bytes tell it."""
    kind = next((name for begin, name in _BEGINNINGS if raw.startswith(begin)), "")
    if kind == "zip":
        return _in_zip(raw)
    if kind == "ole":
        return OtherFormat(_("a file of Excel or Word, in the old form"), _as_csv())
    if kind == "pdf":
        return OtherFormat(_("a PDF"), _("Name the file that it was made from."))
    if raw.startswith(_UTF_16):
        return OtherFormat(_("a text in UTF-16"), _("Save it again as UTF-8: in Excel as 'CSV UTF-8'."))
    return None


def _in_zip(raw: bytes) -> OtherFormat:
    """The program that made a zip file, by what is in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names, info = archive.namelist(), archive.infolist()
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if _is_small(info, "mimetype") else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return OtherFormat(_("a zip file, and damaged"), _as_csv())
    if "spreadsheet" in kind:
        return OtherFormat(_("a spreadsheet of LibreOffice"), _as_csv())
    program = next((one for part, one in _PARTS if any(name.startswith(part) for name in names)), "")
    if program == "Word" or "opendocument.text" in kind:
        return OtherFormat(_("a document of a word processor"), _("Save it as plain text in UTF-8."))
    if program:
        return OtherFormat(_("a spreadsheet of {program}").format(program=program), _as_csv())
    return OtherFormat(_("a zip file"), _("Unpack it, and name the file that is in it."))


def _is_small(info: list[zipfile.ZipInfo], name: str) -> bool:
    """Whether there is such a part, and it is no bomb."""
    return any(one.filename == name and one.file_size < 1000 for one in info)


def _as_csv() -> str:
    return _("Open it in its own program and choose Save as, CSV UTF-8. Then name that file.")
