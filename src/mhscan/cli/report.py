"""`mhscan report`: the documents that an assessment makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mhscan.cli.common import pick_questionnaire
from mhscan.cli.formats import chosen_format, chosen_style, format_option
from mhscan.cli.options import (
    AudienceOption,
    ForceOption,
    PackOption,
    PlanOption,
    QuestionnaireOption,
    StyleOption,
    TemplatesOption,
    argument,
    option,
)
from mhscan.cli.output import write_output
from mhscan.cli.scans import ended, opened, opened_pack, tell
from mhscan.errors import ExitCode, UsageError
from mhscan.language import _, current
from mhscan.loading.pack_choice import PackUse, choose_pack
from mhscan.loading.paths import is_folder
from mhscan.opening.finding import is_pattern, one_file
from mhscan.opening.scan import Scan
from mhscan.reports.formats.registry import FORMATS
from mhscan.ui.streams import out

if TYPE_CHECKING:
    from mhscan.opening.document import DocumentOrder, DocumentSet

FilesArgument = Annotated[
    list[Path] | None, argument(_("FILE"), _("The assessment; or several, to make a document of each."))
]
DocumentOption = Annotated[str, option("--document -d", "ID", _("Which document; see --list."))]
ListOption = Annotated[bool, typer.Option("--list", help=_("Show which documents there are."))]
ReportOutputOption = Annotated[
    Path | None, option("--output -o", _("FILE"), _("File to write, or a folder for many; else standard output."))
]
PreviousOption = Annotated[Path | None, option("--previous", _("FILE"), _("An earlier scan to compare with."))]
AnywayOption = Annotated[
    bool, typer.Option("--anyway", help=_("Make a proposal also where too little is known; it then says so."))
]


def report(
    files: FilesArgument = None,
    document: DocumentOption = "",
    list_documents: ListOption = False,
    questionnaire: QuestionnaireOption = "",
    output_format: Annotated[str, format_option(FORMATS)] = "",
    output: ReportOutputOption = None,
    audience: AudienceOption = "public",
    previous: PreviousOption = None,
    plan: PlanOption = None,
    templates: TemplatesOption = None,
    style: StyleOption = None,
    anyway: AnywayOption = False,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Make the advice report of an assessment, or another document."""
    from mhscan.opening.document import DocumentOrder, document_set

    look = chosen_style(style)
    if _is_many(files or [], output):
        from mhscan.cli.report_many import Batch, report_many

        _refuse_with_many({"--previous": previous, "--plan": plan})
        chosen = chosen_format(output_format or "html", None, tuple(FORMATS))
        order = DocumentOrder(document, chosen, audience, look, anyway=anyway)
        return report_many(Batch(tuple(files or ()), order, output, force, pack, templates))
    scan = opened(one_file(files[0]), pack) if files else None
    documents = document_set(scan.folder if scan else choose_pack(pack).folder, templates)
    if list_documents:
        out(_listed(documents))
        return ExitCode.DONE
    chosen = chosen_format(output_format, output, tuple(FORMATS))
    order = DocumentOrder(document, chosen, audience, look, plan, anyway=anyway)
    if documents.entry(document).needs == "questionnaire":
        text, use = _blank(scan, pack, documents, order, questionnaire)
    else:
        earlier = opened(one_file(previous), pack) if previous and scan else None
        text, use = _filled_in(scan, documents, replace(order, previous=earlier))
    write_output(text, output, force)
    return ended(use)


def _is_many(files: list[Path], output: Path | None) -> bool:
    """Whether names stand for more than one file: there are several, or one is a folder or a pattern.

    One file goes that way too where the output is a folder that is there.
    """
    into = output is not None and is_folder(output) and bool(files)
    return len(files) > 1 or into or any(is_folder(path) or is_pattern(path) for path in files)


def _filled_in(scan: Scan | None, documents: DocumentSet, order: DocumentOrder) -> tuple[str, PackUse]:
    from mhscan.opening.document import make_document

    if scan is None:
        hint = _("See: {command} --help").format(command="mhscan report")
        raise UsageError(_("{name} is missing.").format(name=_("FILE")), hint)
    text, notices = make_document(scan, documents, order)
    tell(notices)
    return text, scan.use


def _blank(
    scan: Scan | None, named: Path | None, documents: DocumentSet, order: DocumentOrder, questionnaire: str
) -> tuple[str, PackUse]:
    """A blank questionnaire of the pack of a scan, or else of the pack that is meant, and which pack that is."""
    from mhscan.opening.document import about_templates, make_blank

    pack, use = (scan.pack, scan.use) if scan else opened_pack(named)
    tell(about_templates(documents.folders, order.output_format))
    return make_blank(pick_questionnaire(pack, questionnaire), pack, documents, order), use


def _refuse_with_many(options: dict[str, Path | None]) -> None:
    """Refuse what goes with one file."""
    for name, given in options.items():
        if given is not None:
            raise UsageError(_("{name} goes with one file.").format(name=name), _("Leave it out, or name one file."))


def _listed(documents: DocumentSet) -> str:
    """The documents as the pack calls them, each with its title and formats, and what it is for."""
    formats, known = ", ".join(FORMATS), documents.known
    views = [known.view(key, current()) for key in known.entries]
    named = zip(known.names(documents.language), views, strict=True)
    return "".join(f"{name}: {view.title} ({formats})\n  {view.about}\n" for name, view in named)
