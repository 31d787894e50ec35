"""`mhscan schema`: the JSON Schema of each kind of file."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import typer

from mhscan.language import _
from mhscan.text import as_json
from mhscan.ui.streams import out_document

Name = Literal[
    "model",
    "factor",
    "questionnaire",
    "source",
    "glossary",
    "assessment",
    "result",
    "scenario",
    "migration",
    "plan",
    "report",
    "documents",
    "style",
    "problems",
    "diff",
    "target",
    "what-if",
    "trace",
    "comparison",
]


def schema(
    name: Annotated[Name, typer.Argument(metavar=_("KIND"), help=_("Which kind of file."), show_default=False)],
) -> int:
    """Print the JSON Schema of a kind of file."""
    out_document(schema_text(name))
    return 0


def schema_text(name: str) -> str:
    """The JSON Schema of a kind of file, as text."""
    from mhscan.loading.schema_texts import with_texts

    data = {"$schema": "https://json-schema.org/draft/2020-12/schema", **with_texts(_schema(name))}
    return as_json(data)


def _schema(name: str) -> dict[str, Any]:
    from pydantic import BaseModel

    from mhscan.answers.model import Assessment
    from mhscan.diff.document import diff_schema
    from mhscan.loading.packs import KINDS
    from mhscan.pack.documents import Documents
    from mhscan.pack.scenario import Scenario
    from mhscan.pack.style import Style
    from mhscan.plans.model import Plan
    from mhscan.reports.data.shape import ResultDocument
    from mhscan.reports.data.target import JourneyDocument
    from mhscan.reports.data.what_if import WhatIfDocument
    from mhscan.reports.views.comparison import ComparisonView
    from mhscan.reports.views.described import view_schema
    from mhscan.reports.views.report import ReportView
    from mhscan.reports.views.trace import Trace
    from mhscan.ui.faces import json_document

    views: dict[str, type] = {
        "result": ResultDocument,
        "report": ReportView,
        "target": JourneyDocument,
        "what-if": WhatIfDocument,
        "trace": Trace,
        "comparison": ComparisonView,
    }
    if name in views:
        return view_schema(views[name])
    if name in ("problems", "diff"):
        return json_document.json_schema() if name == "problems" else diff_schema()
    others: dict[str, type[BaseModel]] = {
        "mhscan/assessment@1": Assessment,
        "mhscan/scenario@1": Scenario,
        "mhscan/plan@1": Plan,
        "mhscan/documents@1": Documents,
        "mhscan/style@1": Style,
    }
    return (KINDS | others)[f"mhscan/{name}@1"].model_json_schema()
