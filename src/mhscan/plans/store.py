"""The file of a plan: where it lies, and changing it so that nothing of it gets lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mhscan.answers.files import locked, write_atomic
from mhscan.answers.model import Assessment
from mhscan.answers.subjects import difference, identity, is_known_again
from mhscan.answers.writing import dump, dump_line
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import list_files
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan, new_plan
from mhscan.plans.reading import parse_plan, read_plan
from mhscan.text import slug

HEAD = "# The plan of one subject, made with mhscan. See: mhscan schema plan\n"
SUFFIX = ".plan.yaml"


def plan_path(pack: Pack, file: Path, assessment: Assessment) -> Path:
    """Where the plan of a subject lies: beside its assessments, named after the subject.

    A subject that got another name keeps the plan under its old one: its code tells which that is.
    """
    usual = file.parent / f"{slug(assessment.name)}{SUFFIX}"
    if usual.exists():
        return usual
    others = list_files(file.parent, SUFFIX)[0]
    same = [one for one in others if _is_of(pack, assessment, one)]
    return same[0] if len(same) == 1 else usual


def _is_of(pack: Pack, assessment: Assessment, path: Path) -> bool:
    """Whether a file is the plan of a subject, by its code."""
    plan = parse_plan(path)[1]
    return plan is not None and plan.pack == pack.model.id and is_known_again(pack, assessment.subject, plan.subject)


def plan_of(pack: Pack, assessment: Assessment, path: Path, asked: bool = False) -> Plan:
    """The plan of the subject of an assessment; an empty one where there is no file yet.

    Where somebody `asked` for this file it has to be there: a slip in its name must not pass for an empty plan.

    Raises:
        InputError: the file cannot be used, or is of another subject or pack.
    """
    fresh = new_plan(pack.model.id, identity(pack, assessment.subject))
    return _fitting(pack, path, fresh) if asked else _read_or(pack, path, fresh)


def change_plan(pack: Pack, assessment: Assessment, path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Save what `change` makes of the plan as it is on the disk now; gives the new plan.

    The file is made if it is not there yet. It is written as a whole or not at all, and one writer at a time.

    Raises:
        InputError: as `plan_of`; or somebody else is writing the file.
        OutputError: it cannot be written; the file is as it was.
    """
    fresh = new_plan(pack.model.id, identity(pack, assessment.subject))
    with locked(path):
        before = _read_or(pack, path, fresh)
        after = change(before)
        if after != before:
            write_atomic(path, plan_text(after).encode())
        return after


def _read_or(pack: Pack, path: Path, fresh: Plan) -> Plan:
    return _fitting(pack, path, fresh) if path.exists() else fresh


def _fitting(pack: Pack, path: Path, fresh: Plan) -> Plan:
    """The plan in a file, that must be of the same subject and pack as a fresh one."""
    _document, plan = read_plan(path)
    if plan.pack != fresh.pack:
        message = _("{path} is the plan for another pack: {pack}.").format(path=path, pack=plan.pack)
        raise InputError(message, _("Name another file with --plan."))
    differs = difference(pack, plan.subject, fresh.subject)
    if differs:
        message = _("{path} is the plan of another subject. {difference}").format(path=path, difference=differs)
        raise InputError(message, _("Name another file with --plan."))
    return plan


def plan_text(plan: Plan) -> str:
    """The text of a plan, for its file: what is known first, then what was kept; one line a target and an action."""
    whole = plan.data()
    targets, actions = whole.pop("targets"), whole.pop("actions")
    head = {key: whole.pop(key) for key in ("schema", "subject", "pack")}
    parts = [HEAD, dump(head)]
    for key, entries in (("targets", targets), ("actions", actions)):
        if entries:
            parts.append(f"{key}:\n")
            parts += [dump_line(one, entry.data()) for one, entry in entries.items()]
    return "".join([*parts, dump(whole) if whole else ""])
