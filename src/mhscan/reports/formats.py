"""The formats of a document; a new format is a line here, with its templates or its own renderer."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from mhscan.errors import UsageError
from mhscan.language import _
from mhscan.reports.blank import BlankView
from mhscan.reports.comparison.view import ComparisonView
from mhscan.reports.folders import TemplateFolders
from mhscan.reports.links import with_links
from mhscan.reports.templates import Page, render_here
from mhscan.reports.view import ReportView, view_json
from mhscan.reports.views.document import DocumentView
from mhscan.reports.views.style import PLAIN, StyleView
from mhscan.reports.words import and_list

View = ReportView | BlankView | ComparisonView
OTHERS = (".pdf", ".docx", ".doc", ".odt", ".rtf", ".xlsx", ".ods")
"""How the names of documents end that people may hope for."""
_EMPTY_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@dataclass(frozen=True)
class Job:
    """What is rendered: a view as a document, with the templates of some folders, in a house style."""

    folders: TemplateFolders
    view: View
    document: DocumentView
    style: StyleView


@dataclass(frozen=True)
class Format:
    """A format: its name, the end of its files' names, and how a job becomes text."""

    name: str
    suffix: str
    make: Callable[[Job], str]


def render(
    folders: TemplateFolders, view: View, document: DocumentView, output_format: str, style: StyleView = PLAIN
) -> str:
    """A view as a document in a format, in a house style.

    Raises:
        InputError: a template cannot be used.
        KeyError: there is no such format.
    """
    return FORMATS[output_format].make(Job(folders, view, document, style))


def page_of(job: Job, name: str, html: bool) -> Page:
    """What is rendered for a format: a template for it only, or one that serves all formats."""
    names = (f"{job.document.template}.{name}.j2", f"{job.document.template}.j2")
    views = {job.view.NAME: job.view, "document": job.document, "format": name, "style": job.style}
    return Page(job.folders, names, html, job.view.language, views)


def _by_template(name: str, html: bool) -> Callable[[Job], str]:
    def make(job: Job) -> str:
        text = render_page(page_of(job, name, html))
        return with_links(text) if html else tidy(text)

    return make


def render_page(page: Page) -> str:
    """A page as text; in a process of its own where a template can come from elsewhere than mhscan itself.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have, or for too much.
    """
    if page.folders.foreign:
        from mhscan.reports.sandbox import render_apart  # noqa: PLC0415  only for templates from elsewhere

        return render_apart(page)
    return render_here(page)


def tidy(text: str) -> str:
    """A text with at most one empty line in a row, none at its start, and one end; so that templates may be airy."""
    return _EMPTY_LINES.sub("\n\n", text).strip() + "\n"


def _json(job: Job) -> str:
    view = replace(job.view, document=job.document) if isinstance(job.view, ReportView) else job.view
    return view_json(view)


FORMATS = {
    "md": Format("md", ".md", _by_template("md", html=False)),
    "html": Format("html", ".html", _by_template("html", html=True)),
    "json": Format("json", ".json", _json),
}


def format_for(wanted: str | None, suffix: str) -> str:
    """The format that was asked for; else that of the end of a file's name; else Markdown.

    Raises:
        UsageError: the name ends as that of another kind of document.
    """
    found = {one.suffix: one.name for one in FORMATS.values()} | {".htm": "html"}
    if wanted is None and suffix.lower() in OTHERS:
        names = and_list(tuple(FORMATS))
        raise UsageError(
            _("A document with a name that ends in {suffix} cannot be made.").format(suffix=suffix),
            _("The formats are: {names}. Convert it afterwards, or name one with --format.").format(names=names),
        )
    return wanted or found.get(suffix.lower(), "md")
