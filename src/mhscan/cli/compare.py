"""`mhscan compare`: what changed between scans of one subject."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.formats import chosen_format, format_option
from mhscan.cli.options import ForceOption, OutputOption, PackOption, argument, option
from mhscan.cli.output import may_write, write_output
from mhscan.cli.scans import ended, tell
from mhscan.errors import UsageError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.opening.comparing import Compared, compare_scans, open_scans
from mhscan.opening.finding import assessment_files
from mhscan.opening.plan import plan_file, read_plan_for
from mhscan.opening.scan import Scan
from mhscan.plans.model import Plan
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.redaction import Audience

if TYPE_CHECKING:
    from mhscan.reports.rendering.pages import View
    from mhscan.reports.views.comparison import ComparisonView
    from mhscan.reports.views.document import DocumentView

COMPARISON_FORMATS = ("text", *FORMATS)

ScansArgument = Annotated[list[Path], argument(_("OLD NEW"), _("Two or more assessments of one subject."))]
ComparisonAudienceOption = Annotated[
    Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows roles, owners and notes."))
]
ComparedPlanOption = Annotated[Path | None, option("--plan", _("FILE"), _("The plan; else the one beside them."))]


def compare(
    files: ScansArgument,
    output_format: Annotated[str, format_option(COMPARISON_FORMATS)] = "",
    output: OutputOption = None,
    audience: ComparisonAudienceOption = "public",
    plan: ComparedPlanOption = None,
    force: ForceOption = False,
    pack: PackOption = None,
) -> int:
    """Show what changed between scans of one subject; or put the answers of partners beside the own ones."""
    from mhscan.reports.comparison.build import comparison_view

    chosen = chosen_format(output_format, output, COMPARISON_FORMATS)
    if output is not None:
        may_write(output, force)
    named = assessment_files(files)
    if len(named) < 2:
        raise UsageError(_("A comparison takes two files or more."), _("Name the older and the newer assessment."))
    scans = open_scans(named, pack)
    tell(notice for scan in scans for notice in scan.notices)
    if len({scan.partner for scan in scans}) > 1:
        return _beside(scans, chosen, output, audience)
    compared = compare_scans(scans, audience)
    tell(compared.notices)
    view = comparison_view(compared.comparison, _plan(scans, compared, plan), audience)
    write_output(_rendered(view, compared.base.folder, chosen), output, force=True)
    return ended(compared.base.use)


def _plan(scans: list[Scan], compared: Compared, wanted: Path | None) -> Plan | None:
    """The plan of the subject, beside its newest scan; nothing where there is none."""
    name = compared.comparison.scans[-1].given.name
    last = next(scan for scan in scans if str(scan.file) == name)
    last = replace(last, pack=compared.base.pack, assessment=compared.comparison.scans[-1].now.assessment)
    if wanted is None and not is_there(plan_file(last)):
        return None
    plan, notices = read_plan_for(last, wanted)
    tell(notices)
    return plan


def _beside(scans: list[Scan], chosen: str, output: Path | None, audience: Audience) -> int:
    """The answers of partners beside the own ones: these are compared fact by fact, without scores."""
    from mhscan.opening.comparing import put_beside
    from mhscan.reports.comparison.beside import beside_document, beside_view
    from mhscan.ui.beside import beside_text

    found = put_beside(scans, audience)
    tell(found.notices)
    view = beside_view(found.beside, audience)
    text = beside_text(view) if chosen == "text" else _document(view, beside_document(view), found.base.folder, chosen)
    write_output(text, output, force=True)
    return ended(found.base.use)


def _rendered(view: ComparisonView, folder: Path, chosen: str) -> str:
    from mhscan.reports.comparison.build import comparison_document
    from mhscan.ui.comparison import comparison_text

    return comparison_text(view) if chosen == "text" else _document(view, comparison_document(view), folder, chosen)


def _document(view: View, document: DocumentView, folder: Path, chosen: str) -> str:
    from mhscan.opening.document import about_templates
    from mhscan.reports.formats.registry import render
    from mhscan.reports.rendering.folders import TemplateFolders

    folders = TemplateFolders(folder)
    tell(about_templates(folders, chosen))
    return render(folders, view, document, chosen)
