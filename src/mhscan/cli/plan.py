"""`mhscan plan`: the action plan of a subject."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from mhscan.cli.common import open_own, pack_folder
from mhscan.cli.formats import chosen_format, format_option
from mhscan.cli.options import FileArgument, ForceOption, OutputOption, PackOption, PlanOption
from mhscan.cli.output import may_write, write_output
from mhscan.cli.plan_file import find_plan
from mhscan.errors import InputError
from mhscan.language import _, ngettext, speaking
from mhscan.reports.formats import FORMATS
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.advice.result import Result
    from mhscan.plans.model import Plan
    from mhscan.reports.audience import Audience

PLAN_FORMATS = ("text", *FORMATS, "csv", "ics")


def plan(
    file: FileArgument,
    output_format: Annotated[str, format_option(PLAN_FORMATS)] = "",
    output: OutputOption = None,
    audience: Annotated[
        Literal["public", "internal"], typer.Option("--audience", help=_("Internal shows notes, reasons and evidence."))
    ] = "public",
    force: ForceOption = False,
    plan_file: PlanOption = None,
    pack: PackOption = None,
) -> int:
    """Show the action plan. Change it with mhscan plan set and mhscan plan read."""
    from mhscan.advice.result import evaluate

    chosen = chosen_format(output_format, output, PLAN_FORMATS)
    used, assessment = open_own(file, pack)
    kept = find_plan(used, assessment, file, plan_file)
    result = evaluate(used, assessment)
    if output is not None:
        may_write(output, force)
    text = _document(result, kept, audience, pack_folder(pack, file), chosen)
    write_output(text, output, force=True)
    return 0


def _document(result: Result, kept: Plan, audience: Audience, folder: Path, chosen: str) -> str:
    """The plan in a format."""
    if chosen in FORMATS:
        return _by_template(result, kept, audience, folder, chosen)
    from mhscan.reports.build import build_plan

    view = build_plan(result, kept, audience)
    if chosen == "text":
        from mhscan.ui.plan import plan_text

        return plan_text(result, view)
    with speaking(result.pack.model.language):
        if chosen == "csv":
            from mhscan.reports.plan_csv import plan_csv

            return plan_csv(result.pack.model, view, audience == "internal")
        from mhscan.reports.ics import dated, plan_ics

        text = plan_ics(result, view)
    undated = len(view.open) - len(dated(view))
    if undated:
        said = ngettext(
            "{n} action has no date and is not in the calendar.",
            "{n} actions have no date and are not in the calendar.",
            undated,
        )
        talk(said.format(n=undated))
    return text


def _by_template(result: Result, kept: Plan, audience: Audience, folder: Path, chosen: str) -> str:
    """The plan as the first document of the pack that shows one."""
    from mhscan.reports.build import build_view
    from mhscan.reports.folders import TemplateFolders
    from mhscan.reports.formats import render
    from mhscan.reports.registry import registry

    folders = TemplateFolders(folder)
    known = registry(folders)
    wanted = next((key for key, entry in known.entries.items() if entry.plan), None)
    if wanted is None:
        raise InputError(_("This pack has no document that shows a plan."), _("Use another --format."))
    view = build_view(result, audience, kept, steady=False)
    return render(folders, view, known.view(wanted, view.language), chosen)
