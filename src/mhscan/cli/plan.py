"""`mhscan plan`: the action plan of a subject."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from mhscan.advice.result import Result
from mhscan.cli.formats import chosen_format, format_option
from mhscan.cli.options import AudienceOption, FileArgument, ForceOption, OutputOption, PackOption, PlanOption
from mhscan.cli.output import may_write, write_output
from mhscan.cli.scans import ended, opened_own, tell
from mhscan.errors import InputError
from mhscan.language import _, ngettext, speaking
from mhscan.opening.notice import Notice
from mhscan.opening.plan import read_plan_for
from mhscan.opening.scan import Scan
from mhscan.plans.model import Plan
from mhscan.reports.formats.registry import FORMATS
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.reports.redaction import Audience

PLAN_FORMATS = ("text", *FORMATS, "csv", "ics")


def plan(
    file: FileArgument,
    output_format: Annotated[str, format_option(PLAN_FORMATS)] = "",
    output: OutputOption = None,
    audience: AudienceOption = "public",
    force: ForceOption = False,
    plan_file: PlanOption = None,
    pack: PackOption = None,
) -> int:
    """Show the action plan. Change it with mhscan plan set and mhscan plan read."""
    chosen = chosen_format(output_format, output, PLAN_FORMATS)
    scan = opened_own(file, pack)
    if output is not None:
        may_write(output, force)
    if chosen in FORMATS:
        text, notices = _by_template(scan, plan_file, audience, chosen)
    else:
        kept, notices = read_plan_for(scan, plan_file)
        text = _document(scan.result, kept, audience, chosen)
    tell(notices)
    write_output(text, output, force=True)
    return ended(scan.use)


def _document(result: Result, kept: Plan, audience: Audience, chosen: str) -> str:
    from mhscan.reports.build import build_plan

    view = build_plan(result, kept, audience)
    if chosen == "text":
        from mhscan.ui.plan import plan_text

        return plan_text(result, view)
    with speaking(result.pack.model.language):
        if chosen == "csv":
            from mhscan.reports.formats.plan_csv import plan_csv

            return plan_csv(result.pack.model, view, audience == "internal")
        from mhscan.reports.formats.calendar import dated, plan_ics

        text = plan_ics(result, view)
    undated = len(view.open) - len(dated(view))
    if undated:
        remark = ngettext(
            "{n} action has no date and is not in the calendar.",
            "{n} actions have no date and are not in the calendar.",
            undated,
        )
        talk(remark.format(n=undated))
    return text


def _by_template(scan: Scan, plan_file: Path | None, audience: Audience, chosen: str) -> tuple[str, tuple[Notice, ...]]:
    """The plan as the first document of the pack that shows one."""
    from mhscan.opening.document import DocumentOrder, document_set, make_document

    documents = document_set(scan.folder)
    wanted = next((key for key, entry in documents.known.entries.items() if entry.plan), None)
    if wanted is None:
        raise InputError(_("This pack has no document that shows a plan."), _("Use another --format."))
    return make_document(scan, documents, DocumentOrder(wanted, chosen, audience, plan=plan_file))
