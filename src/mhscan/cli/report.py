"""`mhscan report`: the documents that an assessment makes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.common import choose, open_assessment, pack_folder, pick_questionnaire
from mhscan.cli.formats import chosen_format, format_option
from mhscan.cli.options import (
    ForceOption,
    PackOption,
    PlanOption,
    QuestionnaireOption,
    StyleOption,
    TemplatesOption,
)
from mhscan.cli.output import may_write, write_output
from mhscan.cli.plan_file import find_plan
from mhscan.errors import UsageError
from mhscan.language import _, current
from mhscan.pack.documents import DocumentEntry, spoken_in
from mhscan.reports.formats import FORMATS
from mhscan.ui.problems import problems_text
from mhscan.ui.streams import out, talk

if TYPE_CHECKING:
    from mhscan.reports.audience import Audience
    from mhscan.reports.blank import BlankView
    from mhscan.reports.registry import Registry
    from mhscan.reports.view import ReportView

SELF = "mhscan report"

FilesArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("FILE"), help=_("The assessment; or several, to make a document of each."), show_default=False
    ),
]
DocumentOption = Annotated[
    str, typer.Option("--document", "-d", metavar="ID", help=_("Which document; see --list."), show_default=False)
]
ListOption = Annotated[bool, typer.Option("--list", help=_("Show which documents there are."))]
FormatOption = Annotated[str, format_option(FORMATS)]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("File to write, or a folder for many; else standard output."),
        show_default=False,
    ),
]
AudienceOption = Annotated[
    Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows notes, reasons and evidence."))
]
PreviousOption = Annotated[
    Path | None,
    typer.Option("--previous", metavar=_("FILE"), help=_("An earlier scan to compare with."), show_default=False),
]
PROGRESS = "progress"
"""The section that shows what has changed."""


def report(
    files: FilesArgument = None,
    document: DocumentOption = "",
    list_documents: ListOption = False,
    questionnaire: QuestionnaireOption = "",
    output_format: FormatOption = "",
    output: OutputOption = None,
    audience: AudienceOption = "public",
    previous: PreviousOption = None,
    plan: PlanOption = None,
    templates: TemplatesOption = None,
    style: StyleOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Make the advice report of an assessment, or another document."""
    from mhscan.cli.report_many import Batch, is_many, report_many
    from mhscan.reports.folders import template_folders
    from mhscan.reports.formats import render
    from mhscan.reports.house_style import house_style
    from mhscan.reports.registry import check_needs, registry, shows_steadiness
    from mhscan.reports.views.style import PLAIN

    look = house_style(style) if style else PLAIN
    if is_many(files or [], output):
        _refuse_with_many({"--previous": previous, "--plan": plan})
        order = Batch(
            tuple(files or ()),
            document,
            chosen_format(output_format or "html", None, tuple(FORMATS)),
            output,
            audience,
            force,
            pack,
            templates,
            look,
        )
        return report_many(order)
    file = files[0] if files else None
    folders = template_folders(pack_folder(pack, file), templates)
    known = registry(folders)
    if list_documents:
        out(_listed(known))
        return 0
    entry = known.entries[choose(_("document"), document or known.default, list(known.entries))]
    _refuse_unshown(entry, previous, plan)
    chosen = chosen_format(output_format, output, tuple(FORMATS))
    if entry.needs == "questionnaire":
        view: ReportView | BlankView = _questions(folders.pack, questionnaire)
    else:
        steady = shows_steadiness(folders, entry, chosen)
        view = _view(_Source(file, pack, known, previous, entry.plan, plan, steady), _audience(entry, audience))
    check_needs(entry, view)
    if output is not None:
        may_write(output, force)
    write_output(render(folders, view, known.view(entry.id, view.language), chosen, look), output, force=True)
    return 0


def _refuse_with_many(options: dict[str, Path | None]) -> None:
    """Refuse what goes with one file.

    Raises:
        UsageError: one of the options was given.
    """
    for name, given in options.items():
        if given is not None:
            raise UsageError(_("{name} goes with one file.").format(name=name), _("Leave it out, or name one file."))


def _refuse_unshown(entry: DocumentEntry, previous: Path | None, plan: Path | None) -> None:
    """Refuse what a document does not show: it would be left out in silence.

    Raises:
        UsageError: there is such a thing.
    """
    if plan is not None and not entry.plan:
        message = _("The document '{id}' shows no plan.").format(id=entry.id)
        raise UsageError(message, _("Leave --plan out, or name another document."))
    if previous is not None and not any(one.id == PROGRESS for one in entry.sections):
        message = _("The document '{id}' does not show what has changed.").format(id=entry.id)
        raise UsageError(message, _("Leave --previous out, or name another document."))


def _audience(entry: DocumentEntry, wanted: Audience) -> Audience:
    """The audience that a document is made for; says so if it is not the one that was asked for."""
    if entry.audience == "public" and wanted == "internal":
        talk(_("{document} is always public.").format(document=spoken_in(entry.title, current())))
        return "public"
    return wanted


@dataclass(frozen=True)
class _Source:
    """What a view is made of: an assessment, its pack, the documents that notes can name, an earlier assessment.

    `with_plan` says whether the document shows the plan of the subject, `plan` is its file if one was named, and
    `steady` says whether the document shows how firm all that is.
    """

    file: Path | None
    pack: Path | None
    known: Registry
    previous: Path | None
    with_plan: bool
    plan: Path | None
    steady: bool


def _view(source: _Source, audience: Audience) -> ReportView:
    """The view of an assessment, with the words of whoever makes the document.

    Raises:
        UsageError: there is none to look at.
    """
    from mhscan.advice.result import evaluate
    from mhscan.cli.compare import compare_files
    from mhscan.reports.build import build_view
    from mhscan.reports.notes import notes_path, read_notes
    from mhscan.reports.parts.progress import progress

    if source.file is None:
        raise UsageError(
            _("{name} is missing.").format(name=_("FILE")), _("See: {command} --help").format(command=SELF)
        )
    used, assessment, _folder = open_assessment(source.file, source.pack)
    result = evaluate(used, assessment)
    plan = find_plan(used, assessment, source.file, source.plan) if source.with_plan else None
    view = build_view(result, audience, plan, source.steady)
    words, nowhere = read_notes(notes_path(source.file), used, source.known)
    if nowhere:
        talk(problems_text(nowhere).rstrip("\n"))
    view = replace(view, words=words)
    if source.previous is not None:
        view = replace(view, progress=progress(compare_files([source.previous, source.file], source.pack)[0]))
    return view


def _questions(folder: Path, wanted: str) -> BlankView:
    """The view of a blank questionnaire."""
    from mhscan.checks.validate import load_pack
    from mhscan.reports.blank import blank_view

    used = load_pack(folder)
    return blank_view(used, pick_questionnaire(used, wanted))


def _listed(known: Registry) -> str:
    """The documents, each with its title and formats, and what it is for."""
    formats = ", ".join(FORMATS)
    views = [known.view(one, current()) for one in known.entries]
    return "".join(f"{one.id}: {one.title} ({formats})\n  {one.about}\n" for one in views)
