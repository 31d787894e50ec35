"""A document as one page of HTML, by the templates that end in `.html.j2`."""

from __future__ import annotations

from mhscan.reports.links import with_links
from mhscan.reports.rendering.pages import Job, page_of, render_page


def make(job: Job) -> str:
    """The document as text.

    Raises:
        InputError: a template cannot be used.
    """
    return with_links(render_page(page_of(job, "html", html=True)))
