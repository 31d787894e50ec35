"""A plan as a spreadsheet: a CSV that the spreadsheet of a Dutch office opens and saves.

Semicolons between the cells, since a decimal comma is common there; a byte order mark, without which UTF-8 is not
recognised; CRLF as line ends (RFC 4180). A cell never begins as a formula does.
"""

from __future__ import annotations

import csv
import io

from mhscan.pack.model import Model
from mhscan.pack.pack import label
from mhscan.plans.columns import DUE, ID, NOTE, OWNER, STATUS, escape_cell, headings
from mhscan.reports.views.plan import PlannedView, PlanView

BOM = "\ufeff"


def plan_csv(model: Model, view: PlanView, internal: bool) -> str:
    """The actions of a plan as CSV, in the language in use; notes for internal use only."""
    columns = {key: title for key, title in headings().items() if internal or key != NOTE}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns.values())
    for planned in view.actions:
        cells = _cells(model, planned)
        writer.writerow([escape_cell(cells[key]) for key in columns])
    return BOM + text.getvalue()


def _cells(model: Model, planned: PlannedView) -> dict[str, str]:
    action = planned.action
    return {
        ID: action.id,
        "action": action.title,
        STATUS: planned.status_words,
        OWNER: label(model.roles, planned.owner_agreed),
        DUE: planned.due,
        NOTE: planned.note,
        "proposed-owner": action.owner,
        "proposed-due": planned.proposed_due,
        "because": action.because,
        "leads-to": action.result,
        "first": "; ".join(planned.first),
        "steps": " ".join(action.steps),
        "partners": ", ".join(action.partners),
        "effort": action.effort,
        "term": action.term,
        "moment": action.moment,
        "reasons": " ".join(action.reasons),
        "sources": ", ".join(claim.id for claim in action.sources),
        "remark": planned.remark,
    }
