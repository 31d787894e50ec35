"""Files that are not of mhscan: what they look like, so that nobody looks for a quote in a spreadsheet."""

from __future__ import annotations

import re
from pathlib import PurePath

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import N_, _

_MAGIC = (
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"RIFF", N_("a picture or a sound")),
    (b"\xd0\xcf\x11\xe0", N_("a document of an old version of Word or Excel")),
    (b"\x1f\x8b", N_("a packed file")),
    (b"7z\xbc\xaf", N_("a packed file")),
    (b"SQLite format 3", N_("a database")),
    (b"{\\rtf", N_("a document in RTF")),
)
"""How the bytes of a file of another kind begin."""
_ZIPPED = (
    (b"word/", N_("a document of Word")),
    (b"xl/", N_("a spreadsheet of Excel")),
    (b"Index/Tables", N_("a spreadsheet of Numbers")),
    (b"ppt/", N_("a presentation")),
    (b"opendocument.text", N_("a document of LibreOffice")),
    (b"opendocument.spreadsheet", N_("a spreadsheet of LibreOffice")),
)
"""What stands in a zip file of a kind."""
_SHEETS = (
    N_("a spreadsheet of Excel"),
    N_("a spreadsheet of LibreOffice"),
    N_("a spreadsheet of Numbers"),
    N_("a document of an old version of Word or Excel"),
)
_OWN_LINE = re.compile(r"(?m)^[\s{]*[\"']?schema[\"']?\s*:")
_TEXTS = (
    (re.compile(r"\s*(?:<!--.*?-->\s*)?<!doctype html|\s*<html", re.I | re.S), N_("a web page (HTML)")),
    (re.compile(r"\s*<\?xml|\s*<svg"), N_("XML")),
    (re.compile(r"BEGIN:VCALENDAR"), N_("a calendar")),
    (re.compile(r"#!"), N_("a program")),
    (re.compile(r"\{[%#]"), N_("a template")),
)
_ENDINGS = {
    ".csv": N_("a spreadsheet (CSV)"),
    ".tsv": N_("a spreadsheet (CSV)"),
    ".md": N_("a text in Markdown"),
    ".markdown": N_("a text in Markdown"),
    ".j2": N_("a template"),
    ".py": N_("a program"),
    ".toml": N_("settings (TOML)"),
    ".ini": N_("settings"),
    ".txt": N_("a plain text"),
    ".html": N_("a web page (HTML)"),
    ".htm": N_("a web page (HTML)"),
    ".ics": N_("a calendar"),
}
"""What a file with text holds by the end of its name, where its first line does not tell."""
_HEADING = re.compile(r"(?m)^#{1,6} +\S.*$")
_KEY = re.compile(r"(?m)^[a-z][\w-]*:(?: |$)")
_SEPARATORS = (";", ",", "\t")


def other_kind_of_bytes(raw: bytes) -> str:
    """What a file of another kind is, by its first bytes, in the language in use; empty where they do not tell."""
    if raw.startswith(b"PK\x03\x04"):
        return _(next((kind for mark, kind in _ZIPPED if mark in raw), N_("a packed file (ZIP)")))
    found = next((kind for start, kind in _MAGIC if raw.startswith(start)), "")
    return _(found) if found else ""


def other_kind(text: str, file: str) -> str:
    """What a text looks like that is no file of mhscan, in the language in use; empty where it may be one."""
    if _OWN_LINE.search(text):
        return ""
    kind = next((kind for form, kind in _TEXTS if form.match(text)), "")
    kind = kind or _ENDINGS.get(PurePath(file).suffix.lower(), "")
    kind = kind or next((kind for looks_so, kind in _LOOKS if looks_so(text)), "")
    return _(kind) if kind else ""


def _is_markdown(text: str) -> bool:
    return len(_HEADING.findall(text)) > 1 and not _KEY.search(text)


def _is_json(text: str) -> bool:
    return re.match(r"\s*(?:\{\s*\"|\[\s*[{\"])", text) is not None


def _is_table(text: str) -> bool:
    """Whether the first lines have the same number of separators, at least two."""
    lines = [line for line in text.split("\n")[:5] if line.strip()]
    for sign in _SEPARATORS:
        counts = {line.count(sign) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts.pop() > 1 and not lines[0].startswith((" ", "-")):
            return True
    return False


def problem_of(kind: str, file: str) -> Problem:
    """The problem of a file of another kind."""
    message = _("this does not look like a file of mhscan, but like {kind}").format(kind=kind)
    return problem("MH105", message, Location(file), _hint(file, kind))


def other_kind_problem(text: str, file: str) -> Problem | None:
    """The problem of a text that is no file of mhscan; nothing where it may be one."""
    kind = other_kind(text, file)
    return problem_of(kind, file) if kind else None


def _hint(file: str, kind: str) -> str:
    name = PurePath(file).name.lower()
    if name.endswith(".notes.md"):
        return _("Notes are checked with the assessment that they lie beside; name that file.")
    if kind in map(_, _SHEETS):
        return _(
            "Open it in its own program and choose Save as, CSV UTF-8. A plan is read from that: mhscan plan read."
        )
    if name.endswith(".csv"):
        return _("A plan in a spreadsheet is read with: mhscan plan read. Here, name a file with 'schema: mhscan/...'.")
    return _("Name a file that starts with a line 'schema: mhscan/...'.")


_LOOKS = (
    (_is_json, N_("JSON of another program")),
    (_is_table, N_("a spreadsheet (CSV)")),
    (_is_markdown, N_("a text in Markdown")),
)
"""What tells a kind of file by more than its first signs, the surest first."""
