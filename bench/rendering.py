"""One HTML report, from answers to text, against Jinja that renders the same template with ready data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mhscan import language
from mhscan.advice.result import evaluate
from mhscan.answers.model import Assessment
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.reports.folders import TemplateFolders
from mhscan.reports.formats import render
from mhscan.reports.parts.glossary import pieces, without
from mhscan.reports.registry import registry
from mhscan.reports.templates import markdown_text
from mhscan.reports.views.style import PLAIN


def renderings(root: Path, pack: Pack, answers: Assessment) -> tuple[Callable[[], object], ...]:
    """Our whole report, our rendering of a view that is ready, and the bare work of Jinja on that: no sandbox."""
    folders = TemplateFolders(root)
    document = registry(folders).first(pack.model.language)
    view = build_view(evaluate(pack, answers))
    bare = Environment(
        loader=FileSystemLoader(root / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    bare.filters.update(md=markdown_text, pieces=pieces, without=without)
    bare.globals.update(_=language._, ngettext=language.ngettext)
    template = bare.get_template(f"{document.template}.html.j2")

    def theirs() -> object:
        with language.speaking(view.language):
            return template.render(report=view, document=document, format="html", style=PLAIN)

    whole = lambda: render(folders, build_view(evaluate(pack, answers)), document, "html")  # noqa: E731  one of three
    return whole, lambda: render(folders, view, document, "html"), theirs
