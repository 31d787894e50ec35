"""`mhscan plan read`: an edited spreadsheet back into the plan."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from mhscan.answers.reading import cannot_use
from mhscan.cli.common import today
from mhscan.cli.options import FileArgument, PackOption, PlanOption, argument
from mhscan.cli.scans import ended, opened_own, tell
from mhscan.language import _, ngettext
from mhscan.loading.files import read_text
from mhscan.opening.plan import save_plan
from mhscan.pack.pack import Pack
from mhscan.plans.columns import EDITED, headings
from mhscan.plans.model import Plan
from mhscan.ui.streams import talk


def plan_read(
    file: FileArgument,
    spreadsheet: Annotated[Path, argument("CSV", _("A spreadsheet made by mhscan plan --format csv."))],
    plan_file: PlanOption = None,
    pack: PackOption = None,
) -> int:
    """Take over status, owner, end date and note of each line; all lines, or none if one is wrong."""
    from mhscan.plans.spreadsheet import read_plan_csv

    scan = opened_own(file, pack)
    text = _text(spreadsheet)
    changed: dict[str, list[str]] = {}
    columns: list[str] = []

    def change(plan: Plan) -> Plan:
        after, sheet = read_plan_csv(scan.pack, plan, text, str(spreadsheet), today())
        if sheet.problems:
            raise cannot_use(spreadsheet, sheet.problems, sheet.more)
        changed.update(_differences(scan.pack, plan, after))
        columns[:] = sheet.columns
        return after

    path, notices = save_plan(scan, plan_file, change)
    tell(notices)
    _say_changes(path, changed)
    _say_what_is_read(columns)
    return ended(scan.use)


def _text(spreadsheet: Path) -> str:

    text, problems = read_text(spreadsheet, str(spreadsheet))
    if text is None:
        hint = _("Open it in its own program and choose Save as, CSV UTF-8.")
        raise cannot_use(spreadsheet, [replace(one, hint=hint) if one.code == "MH003" else one for one in problems])
    return text


def _say_changes(path: Path, changed: dict[str, list[str]]) -> None:
    count = len(changed)
    said = ngettext("{n} action changed in {path}:", "{n} actions changed in {path}:", count)
    talk(said.format(n=count, path=path) if changed else _("Nothing changed: what is read stands in the plan already."))
    for action, differences in changed.items():
        talk(f"- {action}: {'; '.join(differences)}")


def _say_what_is_read(columns: list[str]) -> None:
    missing = ", ".join(title for key, title in headings().items() if key in EDITED and key not in columns)
    if missing:
        talk(_("There is no column for: {names}. Nothing of that changed.").format(names=missing))
    talk(_("Only status, owner, end date and note are read. Other columns and rows that are not there change nothing."))


def _differences(pack: Pack, before: Plan, after: Plan) -> dict[str, list[str]]:
    """What is otherwise of each action that changed, as it stood and as it stands in the file, in words."""
    from mhscan.plans.fields import field_words, value_words

    differences = {}
    for key, new in after.actions.items():
        old = before.state(key)
        pairs = ((name, getattr(old, name), getattr(new, name)) for name in EDITED)
        words = [
            f"{field_words(pack, name, was)} > {value_words(pack, name, now)}" for name, was, now in pairs if was != now
        ]
        if new != old:
            differences[key] = words
    return differences
