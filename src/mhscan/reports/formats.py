"""The formats of a report; a new format is a line here with its template, or its own renderer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from mhscan.reports.templates import render_template
from mhscan.reports.view import ReportView

Render = Callable[[Path, ReportView], str]


@dataclass(frozen=True)
class Format:
    """A format: its name, the end of its files' names, and how a view becomes text."""

    name: str
    suffix: str
    render: Render


def _by_template(suffix: str) -> Render:
    return lambda folder, view: render_template(folder, f"report.{suffix}.j2", view.language, report=view)


FORMATS = {
    "md": Format("md", ".md", _by_template("md")),
    "html": Format("html", ".html", _by_template("html")),
}
