"""A document in Markdown, by the templates that end in `.md.j2`."""

from __future__ import annotations

from mhscan.reports.rendering.pages import Job, page_of, render_page, tidy


def make(job: Job) -> str:
    """The document as text.

    Raises:
        InputError: a template cannot be used.
    """
    return tidy(render_page(page_of(job, "md", html=False)))
