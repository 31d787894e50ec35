"""A document as data: the view itself, as JSON."""

from __future__ import annotations

from dataclasses import replace

from mhscan.reports.rendering.pages import Job
from mhscan.reports.views.described import view_json
from mhscan.reports.views.report import ReportView


def make(job: Job) -> str:
    """The view as text, with the document that it is shown as."""
    return view_json(replace(job.view, document=job.document) if isinstance(job.view, ReportView) else job.view)
