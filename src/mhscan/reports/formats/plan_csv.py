"""A plan as a spreadsheet: the columns, and a CSV that the spreadsheet of a Dutch office opens and saves.

Semicolons between the cells, since a decimal comma is common there; a byte order mark, without which UTF-8 is not
recognised; CRLF as line ends (RFC 4180). A cell never begins as a formula does.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

from mhscan.language import _
from mhscan.pack.model import Model
from mhscan.pack.pack import label
from mhscan.reports.views.plan import PlannedView, PlanView
from mhscan.text import neutral

BOM = "\ufeff"
ID, STATUS, OWNER, DUE, NOTE = "id", "status", "owner", "due", "note"
EDITED = (STATUS, OWNER, DUE, NOTE)
"""The columns that are read back; whatever else is changed in the spreadsheet stays there."""

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20|%]")
"""How a text begins that a spreadsheet could take for a formula, or one that was made harmless already."""


@dataclass(frozen=True)
class Column:
    """A column: its heading, which is looked up when it is used, and what stands in it."""

    key: str
    heading: Callable[[], str]
    cell: Callable[[Model, PlannedView], str]


COLUMNS = (
    Column(ID, lambda: "id", lambda _model, one: one.action.id),
    Column("action", lambda: _("action"), lambda _model, one: one.action.title),
    Column(STATUS, lambda: _("status"), lambda _model, one: one.status_words),
    Column(OWNER, lambda: _("owner"), lambda model, one: label(model.roles, one.owner_agreed)),
    Column(DUE, lambda: _("end date"), lambda _model, one: one.due),
    Column(NOTE, lambda: _("note"), lambda _model, one: one.note),
    Column("proposed-owner", lambda: _("proposed owner"), lambda _model, one: one.action.owner),
    Column("proposed-due", lambda: _("proposed end date"), lambda _model, one: one.proposed_due),
    Column("because", lambda: _("because you answered"), lambda _model, one: one.action.because),
    Column("leads-to", lambda: _("what is there then"), lambda _model, one: one.action.result),
    Column("first", lambda: _("first"), lambda _model, one: "; ".join(one.first)),
    Column("steps", lambda: _("steps"), lambda _model, one: " ".join(one.action.steps)),
    Column("partners", lambda: _("together with"), lambda _model, one: ", ".join(one.action.partners)),
    Column("effort", lambda: _("effort"), lambda _model, one: one.action.effort),
    Column("term", lambda: _("done within"), lambda _model, one: one.action.term),
    Column("moment", lambda: _("moment"), lambda _model, one: one.action.moment),
    Column("reasons", lambda: _("why here"), lambda _model, one: " ".join(one.action.reasons)),
    Column("sources", lambda: _("source"), lambda _model, one: ", ".join(s.id for s in one.action.sources)),
    Column("remark", lambda: _("remark"), lambda _model, one: one.remark),
)


def plan_csv(model: Model, view: PlanView, internal: bool) -> str:
    """The actions of a plan as CSV, in the language in use; notes for internal use only."""
    columns = [one for one in COLUMNS if internal or one.key != NOTE]
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([one.heading() for one in columns])
    for action in view.actions:
        writer.writerow([harmless(one.cell(model, action)) for one in columns])
    return BOM + text.getvalue()


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: one that could be gets an apostrophe before it."""
    line = neutral(text).replace("\n", " ").strip()
    return f"'{line}" if _FORMULA.match(line) else line


def meant(cell: str) -> str:
    """The text that a cell was made from; `meant(harmless(text))` is the text, on one line."""
    text = cell.strip()
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
