"""What every format of a document shares: what is rendered, with which templates, and where that is done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mhscan.reports.blank import BlankView
from mhscan.reports.rendering.environment import Page, render_here
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.beside import BesideView
from mhscan.reports.views.comparison import ComparisonView
from mhscan.reports.views.document import DocumentView
from mhscan.reports.views.report import ReportView
from mhscan.reports.views.style import StyleView

View = ReportView | BlankView | ComparisonView | BesideView
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@dataclass(frozen=True)
class Job:
    """What is rendered: a view as a document, with the templates of some folders, in a house style."""

    folders: TemplateFolders
    view: View
    document: DocumentView
    style: StyleView


def page_of(job: Job, name: str, html: bool) -> Page:
    """What is rendered for a format: a template for it only, or one that serves all formats."""
    names = (f"{job.document.template}.{name}.j2", f"{job.document.template}.j2")
    views = {job.view.NAME: job.view, "document": job.document, "format": name, "style": job.style}
    return Page(job.folders, names, html, job.view.language, views)


def render_page(page: Page) -> str:
    """A page as text; in a process of its own where a template can come from elsewhere than mhscan itself.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have, or for too much.
    """
    if page.folders.foreign:
        from mhscan.reports.rendering.sandbox import (  # noqa: PLC0415  only for templates from elsewhere
            render_in_subprocess,
        )

        return render_in_subprocess(page)
    return render_here(page)


def tidy(text: str) -> str:
    """A text with at most one empty line in a row, none at its start, and one end; so that templates may be airy."""
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"
