"""The columns of a plan as a spreadsheet, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import re

from mhscan.language import _
from mhscan.text import neutral

ID, STATUS, OWNER, DUE, NOTE = "id", "status", "owner", "due", "note"
EDITED = (STATUS, OWNER, DUE, NOTE)
"""The columns that are read back; whatever else is changed in the spreadsheet stays there."""

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]")
"""How a text begins that a spreadsheet could take for a formula, or one that was made harmless already."""


def headings() -> dict[str, str]:
    """The heading of each column by its key, in their order and in the language in use."""
    return {
        ID: "id",
        "action": _("action"),
        STATUS: _("status"),
        OWNER: _("owner"),
        DUE: _("end date"),
        NOTE: _("note"),
        "proposed-owner": _("proposed owner"),
        "proposed-due": _("proposed end date"),
        "because": _("because you answered"),
        "leads-to": _("what is there then"),
        "first": _("first"),
        "steps": _("steps"),
        "partners": _("together with"),
        "effort": _("effort"),
        "term": _("done within"),
        "moment": _("moment"),
        "reasons": _("why here"),
        "sources": _("source"),
        "remark": _("remark"),
    }


def escape_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that could be gets an apostrophe before it."""
    line = neutral(text).replace("\n", " ").strip()
    return f"'{line}" if _FORMULA.match(line) else line


def unescape_cell(cell: str) -> str:
    """The text that a cell was made from; `unescape_cell(escape_cell(text))` is the text, on one line."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
