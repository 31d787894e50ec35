"""The file of a plan: where it lies, and changing it so that nothing of it gets lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mhscan.answers.comments import carry, comments_of, say_lost
from mhscan.answers.files import backup, write_again
from mhscan.answers.locks import locked
from mhscan.answers.model import Assessment
from mhscan.answers.subjects import difference, identity, is_known_again
from mhscan.answers.writing import dump, dump_line
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import list_yaml
from mhscan.loading.paths import is_there, yaml_file
from mhscan.pack.pack import Pack
from mhscan.plans.migrator import CarriedPlan, carry_plan, refuse_newer_plan
from mhscan.plans.model import Plan, new_plan
from mhscan.plans.reading import parse_plan, read_plan
from mhscan.text import slug

HEAD = "# The plan of one subject, made with mhscan. See: mhscan schema plan\n"
PLAN = ".plan"
SUFFIX = f"{PLAN}.yaml"


def plan_path(pack: Pack, file: Path, assessment: Assessment) -> Path:
    """Where the plan of a subject lies: beside its assessments, named after the subject.

    A subject that got another name keeps the plan under its old one: its code tells which that is.
    """
    usual = yaml_file(file.parent / f"{slug(assessment.name)}{SUFFIX}")
    if is_there(usual):
        return usual
    others = [path for path in list_yaml(file.parent)[0] if path.stem.endswith(PLAN)]
    same = [path for path in others if _is_of(pack, assessment, path)]
    return same[0] if len(same) == 1 else usual


def _is_of(pack: Pack, assessment: Assessment, path: Path) -> bool:
    """Whether a file is the plan of a subject, by its code."""
    plan = parse_plan(path)[1]
    return plan is not None and plan.pack == pack.model.id and is_known_again(pack, assessment.subject, plan.subject)


def plan_of(pack: Pack, assessment: Assessment, path: Path, asked: bool = False) -> tuple[Document | None, CarriedPlan]:
    """The plan of the subject of an assessment, in this version of the pack, with its file.

    No file and an empty plan where there is none yet. What has another id or level than in the file is told with it.

    Where somebody `asked` for this file it has to be there: a slip in its name must not pass for an empty plan.

    Raises:
        InputError: the file cannot be used, or is of another subject or pack.
    """
    document, plan = _on_disk(pack, assessment, path, asked)
    return document, carry_plan(pack, plan, _made(assessment))


def _on_disk(pack: Pack, assessment: Assessment, path: Path, asked: bool = False) -> tuple[Document | None, Plan]:
    fresh = new_plan(pack.model.id, identity(pack, assessment.subject), pack.model.version)
    return _fitting(pack, path, fresh) if asked or is_there(path) else (None, fresh)


def _made(assessment: Assessment) -> str:
    """The version that the assessment was of before it was carried over; a plan without one is of that time."""
    return assessment.earlier[-1].version if assessment.earlier else ""


def change_plan(pack: Pack, assessment: Assessment, path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Save what `change` makes of the plan as it is on the disk now; gives the new plan.

    The file is made if it is not there yet. It is written as a whole or not at all, and one writer at a time. A plan of
    an older version of the pack is carried over first; where that changes an id or level, the file as it was is kept.

    Raises:
        InputError: as `plan_of`; or the plan is of a newer version, or somebody else is writing the file.
        OutputError: it cannot be written; the file is as it was.
    """
    with locked(path):
        document, before = _on_disk(pack, assessment, path)
        refuse_newer_plan(pack, before)
        moved = carry_plan(pack, before, _made(assessment))
        after = change(moved.plan)
        if moved.moved:
            backup(path, before.version or _made(assessment))
        if moved.moved or after != moved.plan:
            carried = carry(plan_text(after), comments_of(document) if document else ())
            write_again(path, carried.text)
            say_lost(path, carried.lost)
        return after


def _fitting(pack: Pack, path: Path, fresh: Plan) -> tuple[Document, Plan]:
    """The plan in a file, that must be of the same subject and pack as a fresh one."""
    document, plan = read_plan(path)
    if plan.pack != fresh.pack:
        message = _("{path} is the plan for another pack: {pack}.").format(path=path, pack=plan.pack)
        raise InputError(message, _("Name another file with --plan."))
    differs = difference(pack, plan.subject, fresh.subject)
    if differs:
        message = _("{path} is the plan of another subject. {difference}").format(path=path, difference=differs)
        raise InputError(message, _("Name another file with --plan."))
    return document, plan


def plan_text(plan: Plan) -> str:
    """The text of a plan, for its file: what is known first, then what was kept; one line a target and an action."""
    whole = plan.data()
    targets, actions = whole.pop("targets"), whole.pop("actions")
    head = {key: whole.pop(key) for key in ("schema", "subject", "pack", "version") if key in whole}
    parts = [HEAD, dump(head)]
    for key, entries in (("targets", targets), ("actions", actions)):
        if entries:
            parts.append(f"{key}:\n")
            parts += [dump_line(one, entry.data()) for one, entry in entries.items()]
    return "".join([*parts, dump(whole) if whole else ""])
