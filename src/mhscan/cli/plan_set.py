"""`mhscan plan set`: what became of actions."""

from __future__ import annotations

from typing import Annotated

from mhscan.answers.names import action_now
from mhscan.cli.common import choose, today
from mhscan.cli.options import FileArgument, PackOption, PlanOption, argument, option
from mhscan.cli.scans import ended, opened_own, tell
from mhscan.errors import InputError, UsageError
from mhscan.language import _
from mhscan.opening.plan import save_plan
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan
from mhscan.plans.reading import pack_actions
from mhscan.questions.base import AnswerError
from mhscan.text import folded
from mhscan.ui.streams import talk

ActionsArgument = Annotated[list[str], argument(_("ACTION"), _("Ids of actions, such as factor.action."))]
StatusOption = Annotated[str | None, option("--status", _("STATUS"), _("todo, doing, done or dropped; also in words."))]
OwnerOption = Annotated[str | None, option("--owner", _("ROLE"), _("The role that does it; never a name."))]
DueOption = Annotated[str | None, option("--due", _("DATE"), _("By when it should be done."))]
ActionNoteOption = Annotated[str | None, option("--note", _("TEXT"), _("A note, for internal use."))]


def plan_set(
    file: FileArgument,
    actions: ActionsArgument,
    status: StatusOption = None,
    owner: OwnerOption = None,
    due: DueOption = None,
    note: ActionNoteOption = None,
    plan_file: PlanOption = None,
    pack: PackOption = None,
) -> int:
    """Keep who does an action, by when, and how far it is. An empty text takes it away."""
    from mhscan.plans.fields import field_words

    given = {"status": status, "owner": owner, "due": due, "note": note}
    if all(value is None for value in given.values()):
        raise UsageError(_("There is nothing to keep."), _("Add --status, --owner, --due or --note."))
    scan = opened_own(file, pack)
    used = scan.pack
    read = _read(used, {key: value for key, value in given.items() if value is not None})
    titles = scan.result.action_titles()
    by_title = {folded(title): key for known in (pack_actions(used), titles) for key, title in known.items()}
    ids = (action_now(used, one.strip()) for one in actions)
    wanted = [by_title.get(folded(one), one) for one in ids]
    if note:
        talk(used.model.privacy.free_text)
    path, notices = save_plan(scan, plan_file, lambda plan: _with(titles, plan, wanted, read))
    tell(notices)
    said = "; ".join(field_words(used, key, value) for key, value in read.items())
    for one in wanted:
        talk(_("Saved: {answer}").format(answer=f"{path}: {one}: {said}"))
    return ended(scan.use)


def _read(pack: Pack, given: dict[str, str]) -> dict[str, str | None]:
    """What was given as it stands in a plan."""
    from mhscan.plans.fields import read_field

    try:
        return {key: read_field(pack, key, value) for key, value in given.items()}
    except AnswerError as error:
        raise InputError(f"{error}.".replace("..", "."), _("Nothing is saved.")) from None


def _with(known: dict[str, str], plan: Plan, actions: list[str], read: dict[str, str | None]) -> Plan:
    """The plan with what was read for each of the actions, by title; all of them, or none if one is wrong."""
    for one in actions:
        if one not in plan.actions:
            choose(_("action"), one, known)
        before = plan.state(one)
        begun = read.get("status", before.status) != before.status
        update = {**read, "title": before.title or known.get(one)} | ({"since": today()} if begun else {})
        plan = plan.with_action(one, before.model_copy(update=update))
    return plan
