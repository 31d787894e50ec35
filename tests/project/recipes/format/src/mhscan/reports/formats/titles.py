"""A document as a list of the titles of its sections."""

from __future__ import annotations

from mhscan.reports.rendering.pages import Job, tidy


def make(job: Job) -> str:
    """The titles, one a line."""
    return tidy("\n".join(section.title for section in job.document.sections))
