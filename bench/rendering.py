"""One HTML document, from answers to text, against Jinja that renders the same template with ready data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from mhscan import language
from mhscan.advice.result import evaluate
from mhscan.answers.model import Assessment
from mhscan.pack.pack import Pack
from mhscan.reports.build import build_view
from mhscan.reports.formats.documents import registry, shows_robustness
from mhscan.reports.formats.registry import render
from mhscan.reports.parts.glossary import pieces, within, without
from mhscan.reports.rendering.environment import markdown_text
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.views.document import DocumentView
from mhscan.reports.views.report import ReportView
from mhscan.reports.views.style import PLAIN

SHORT = "samenvatting"
"""A document of the default pack that does not show how firm the picture is."""


@dataclass(frozen=True)
class Rendering:
    """A document made in our way, and the bare work of Jinja on it: the same template and view, no sandbox."""

    name: str
    limit: float | None
    ours: Callable[[], object]
    theirs: Callable[[], object]


def renderings(root: Path, pack: Pack, answers: Assessment) -> list[Rendering]:
    """The shortest way to a document, the advice report without and with how firm it is, and its rendering alone."""
    folders = TemplateFolders(root)
    known = registry(folders)
    if shows_robustness(folders, known.entries[SHORT], "html"):
        raise SystemExit(f"{SHORT} shows how firm the picture is; measure another document.")
    bare = _bare(root)

    def rendering(name: str, limit: float | None, document: str, steady: bool, ready: bool = False) -> Rendering:
        shown, result = known.view(document, pack.model.language), evaluate(pack, answers)
        view = build_view(result, with_robustness=steady)

        def ours() -> object:
            made = view if ready else build_view(evaluate(pack, answers), with_robustness=steady)
            return render(folders, made, shown, "html")

        return Rendering(name, limit, ours, _theirs(bare, view, shown))

    return [
        rendering("one HTML summary, from answers to text", None, SHORT, with_robustness=False),
        rendering("one HTML report, without how firm the picture is", 3.0, known.default, with_robustness=False),
        rendering("idem, with how firm the picture is", None, known.default, steady=True),
        rendering("idem, from a view that is ready", None, known.default, steady=True, ready=True),
    ]


def _bare(root: Path) -> Environment:
    """Jinja as it comes, with what the templates need."""
    bare = Environment(
        loader=FileSystemLoader(root / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    bare.filters.update(md=markdown_text, pieces=pieces, within=within, without=without)
    bare.globals.update(_=language._, ngettext=language.ngettext)
    return bare


def _theirs(bare: Environment, view: ReportView, document: DocumentView) -> Callable[[], object]:
    template = bare.select_template([f"{document.template}.html.j2", f"{document.template}.j2"])

    def render_bare() -> object:
        with language.speaking(view.language):
            return template.render(report=view, document=document, format="html", style=PLAIN)

    return render_bare
