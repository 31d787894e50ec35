"""`mhscan schema`: the JSON Schema of each kind of file."""

from __future__ import annotations

from dataclasses import is_dataclass
from importlib import import_module
from typing import Annotated, Any, Literal

from mhscan.cli.options import argument
from mhscan.errors import ExitCode
from mhscan.language import _
from mhscan.loading.packs import KINDS
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
    "beside",
]


def schema(name: Annotated[Name, argument(_("KIND"), _("Which kind of file."))]) -> int:
    """Print the JSON Schema of a kind of file."""
    out_document(schema_text(name))
    return ExitCode.DONE


def schema_text(name: str) -> str:
    """The JSON Schema of a kind of file, as text."""
    from mhscan.loading.schema_texts import with_texts

    data = {"$schema": "https://json-schema.org/draft/2020-12/schema", **with_texts(_schema(name))}
    return as_json(data)


MODELS = {
    "assessment": "answers.model:Assessment",
    "scenario": "pack.scenario:Scenario",
    "plan": "plans.model:Plan",
    "documents": "pack.documents:Documents",
    "style": "pack.style:Style",
    "result": "reports.data.shape:ResultDocument",
    "report": "reports.views.report:ReportView",
    "problems": "ui.findings.json_document:json_schema",
    "diff": "diff.document:diff_schema",
    "target": "reports.data.target:JourneyDocument",
    "what-if": "reports.data.what_if:WhatIfDocument",
    "trace": "reports.views.trace:Trace",
    "comparison": "reports.views.comparison:ComparisonView",
    "beside": "reports.views.beside:BesideView",
}
"""The model of each kind of file that is no file of a pack, or the function that makes its schema."""


def _schema(name: str) -> dict[str, Any]:
    from mhscan.reports.views.described import view_schema

    if name not in MODELS:
        return KINDS[f"mhscan/{name}@1"].model_json_schema()
    module, _colon, attribute = MODELS[name].partition(":")
    made = getattr(import_module(f"mhscan.{module}"), attribute)
    if isinstance(made, type) and is_dataclass(made):
        return view_schema(made)
    schema: dict[str, Any] = getattr(made, "model_json_schema", made)()
    return schema
