"""What a file says it is, on its line `schema`; and what is wrong where that is nothing known."""

from __future__ import annotations

import re
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.near import meant, nearest
from mhscan.loading.other_kinds import other_kind_problem
from mhscan.loading.slips import Stray

HEAD = 4096
"""So many bytes of a file are looked at to see what it is."""
_KIND = re.compile(rb"^schema:\s*[\"']?(mhscan/[a-z-]+)", re.MULTILINE)


def kind_of(document: Document) -> str:
    """What a file says it is on its line `schema`; empty where it does not say."""
    return str(document.data.get("schema", "")) if isinstance(document.data, dict) else ""


def says_kind(path: Path) -> str:
    """The kind that a file says it is at its start, such as `mhscan/model`; empty for a file that is not of mhscan."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as stream:
            found = _KIND.search(stream.read(HEAD))
    except OSError:
        return ""
    return found[1].decode() if found else ""


def unknown_schema(document: Document, known: list[str]) -> Problem:
    """The problem of a file that does not say what it is."""
    other = other_kind_problem(document.text, document.file)
    if other is not None:
        return other
    if not isinstance(document.data, dict):
        hint = _("Start with a line 'schema: mhscan/...'.")
        message = _("a group of 'key: value' lines is expected here, not a list or a single value")
        return problem("MH103", message, document.locate(()), hint)
    slip = next((one for one in document.data if one != "schema" and nearest(one, ["schema"])), "")
    if slip and "schema" not in document.data:
        return Stray(document, (slip,), ["schema"]).problem()
    kind = kind_of(document)
    if is_newer(kind, known):
        message = _("'{kind}' is newer than this version of mhscan can read").format(kind=kind)
        return problem("MH723", message, document.locate(("schema",)), _("Install a newer mhscan."))
    hint, near = meant(kind, known)
    message = _("'{kind}' is no kind of file that can stand here").format(kind=kind)
    message = message if kind else _("the line 'schema: ...' is missing")
    at = document.locate(("schema",)) if document.has(("schema",)) else document.top()
    return problem("MH105", message, at, hint, suggestion=near)


def is_newer(kind: str, known: list[str]) -> bool:
    """Whether a kind of file is known here, and only in an older form."""
    name, _at, number = kind.rpartition("@")
    forms = [int(one.rpartition("@")[2]) for one in known if one.rpartition("@")[0] == name]
    return bool(forms) and re.fullmatch("[0-9]{1,9}", number) is not None and int(number) > max(forms)
