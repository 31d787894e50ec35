"""`mhscan report`: the documents that an assessment makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.common import (
    PackOption,
    QuestionnaireOption,
    choose,
    may_replace,
    open_assessment,
    pack_folder,
    pick_questionnaire,
    write_output,
)
from mhscan.errors import UsageError
from mhscan.language import _, current
from mhscan.pack.documents import DocumentEntry, spoken_in
from mhscan.ui.streams import out, talk

if TYPE_CHECKING:
    from mhscan.reports.audience import Audience
    from mhscan.reports.blank import BlankView
    from mhscan.reports.registry import Registry
    from mhscan.reports.view import ReportView

SELF = "mhscan report"

FormatOption = Annotated[
    Literal["md", "html", "json"] | None,
    typer.Option("--format", help=_("Markdown, HTML or data; else by the name of the output."), show_default=False),
]


def report(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=_("FILE"), help=_("The assessment; or several, to make a document of each."), show_default=False
        ),
    ] = None,
    document: Annotated[
        str,
        typer.Option("--document", "-d", metavar="ID", help=_("Which document; see --list."), show_default=False),
    ] = "",
    list_documents: Annotated[bool, typer.Option("--list", help=_("Show which documents there are."))] = False,
    questionnaire: QuestionnaireOption = "",
    output_format: FormatOption = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar=_("FILE"),
            help=_("File to write, or a folder for many; else standard output."),
            show_default=False,
        ),
    ] = None,
    audience: Annotated[
        Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows notes, reasons and evidence."))
    ] = "public",
    force: Annotated[bool, typer.Option("--force", help=_("Replace the output if it exists."))] = False,
    pack: PackOption = None,
) -> int:
    """Make the advice report of an assessment, or another document."""
    from mhscan.cli.report_many import Batch, is_many, report_many
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import format_for, render
    from mhscan.reports.registry import check_needs, registry

    if is_many(files or []):
        return report_many(Batch(tuple(files or ()), document, output_format or "html", output, audience, force, pack))
    file = files[0] if files else None
    folders = TemplateFolders(pack_folder(pack, file))
    known = registry(folders)
    if list_documents:
        out(_listed(known))
        return 0
    wanted = choose(_("document"), document or known.default, list(known.entries))
    entry = known.entries[wanted]
    blank = entry.needs == "questionnaire"
    view = (
        _questions(folders.pack, questionnaire) if blank else _view(file, pack, _audience(entry, audience), entry.plan)
    )
    check_needs(entry, view)
    if output is not None:
        may_replace(output, force)
    chosen = format_for(output_format, output.suffix if output else "")
    text = render(folders, view, known.view(wanted, view.language), chosen)
    write_output(text, output, force=True)
    return 0


def _audience(entry: DocumentEntry, wanted: Audience) -> Audience:
    """The audience that a document is made for; says so if it is not the one that was asked for."""
    if entry.audience == "public" and wanted == "internal":
        talk(_("{document} is always public.").format(document=spoken_in(entry.title, current())))
        return "public"
    return wanted


def _view(file: Path | None, pack: Path | None, audience: Audience, with_plan: bool) -> ReportView:
    """The view of an assessment, with the plan of its subject where the document shows it.

    Raises:
        UsageError: there is none to look at.
    """
    from mhscan.advice.result import evaluate
    from mhscan.plans.store import plan_of, plan_path
    from mhscan.reports.build import build_view

    if file is None:
        raise UsageError(
            _("{name} is missing.").format(name=_("FILE")), _("See: {command} --help").format(command=SELF)
        )
    used, assessment, _folder = open_assessment(file, pack)
    plan = plan_of(used, assessment, plan_path(file, assessment)) if with_plan else None
    return build_view(evaluate(used, assessment), audience, plan)


def _questions(folder: Path, wanted: str) -> BlankView:
    """The view of a blank questionnaire."""
    from mhscan.checks.validate import load_pack
    from mhscan.reports.blank import blank_view

    used = load_pack(folder)
    return blank_view(used, pick_questionnaire(used, wanted))


def _listed(known: Registry) -> str:
    """The documents, each with its title and formats, and what it is for."""
    from mhscan.reports.formats import FORMATS

    formats = ", ".join(FORMATS)
    views = [known.view(one, current()) for one in known.entries]
    return "".join(f"{one.id}: {one.title} ({formats})\n  {one.about}\n" for one in views)
