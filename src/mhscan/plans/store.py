"""The file of a plan: where it lies, and changing it so that nothing of it gets lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mhscan.answers.comments import Comment, carry, comments_of, say_lost
from mhscan.answers.files import write_atomic
from mhscan.answers.locks import locked
from mhscan.answers.model import Assessment
from mhscan.answers.writing import dump, dump_line
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.pack.pack import Pack
from mhscan.plans.model import Plan, new_plan
from mhscan.plans.reading import read_plan
from mhscan.text import slug

HEAD = "# The plan of one subject, made with mhscan. See: mhscan schema plan\n"
SUFFIX = ".plan.yaml"


def plan_path(file: Path, assessment: Assessment) -> Path:
    """Where the plan of a subject lies: beside its assessments, named after the subject."""
    return file.parent / f"{slug(assessment.name)}{SUFFIX}"


def plan_of(pack: Pack, assessment: Assessment, path: Path, asked: bool = False) -> Plan:
    """The plan of the subject of an assessment; an empty one where there is no file yet.

    Where somebody `asked` for this file it has to be there: a slip in its name must not pass for an empty plan.

    Raises:
        InputError: the file cannot be used, or is of another subject or pack.
    """
    fresh = new_plan(pack.model.id, identity(pack, assessment))
    return _fitting(path, fresh)[0] if asked or is_there(path) else fresh


def change_plan(pack: Pack, assessment: Assessment, path: Path, change: Callable[[Plan], Plan]) -> Plan:
    """Save what `change` makes of the plan as it is on the disk now; gives the new plan.

    The file is made if it is not there yet. It is written as a whole or not at all, and one writer at a time.

    Raises:
        InputError: as `plan_of`; or somebody else is writing the file.
        OutputError: it cannot be written; the file is as it was.
    """
    fresh = new_plan(pack.model.id, identity(pack, assessment))
    with locked(path):
        before, comments = _fitting(path, fresh) if is_there(path) else (fresh, ())
        after = change(before)
        if after != before:
            carried = carry(plan_text(after), comments)
            write_atomic(path, carried.text.encode())
            say_lost(path, carried.lost)
        return after


def _fitting(path: Path, fresh: Plan) -> tuple[Plan, tuple[Comment, ...]]:
    """The plan in a file, that must be of the same subject and pack as a fresh one, with its comments."""
    document, plan = read_plan(path)
    if plan.pack != fresh.pack:
        message = _("{path} is the plan for another pack: {pack}.").format(path=path, pack=plan.pack)
        raise InputError(message, _("Name another file with --plan."))
    shared = [key for key in fresh.subject if key in plan.subject]
    if any(_folded(plan.subject[key]) != _folded(fresh.subject[key]) for key in shared):
        said = ", ".join(str(plan.subject[key]) for key in shared)
        message = _("{path} is the plan of another subject: {subject}.").format(path=path, subject=said)
        raise InputError(message, _("Name another file with --plan."))
    return plan, comments_of(document)


def _folded(value: object) -> str:
    return " ".join(str(value).split()).casefold()


def identity(pack: Pack, assessment: Assessment) -> dict[str, str]:
    """What tells one subject from another of the same name: its name, and the fields that hold a text, such as a code.

    Numbers and choices are left out: they may well change while the plan lives on.
    """
    texts = [one.id for one in pack.model.subject.fields if one.type == "text"]
    given = {key: assessment.subject[key] for key in ("name", *texts) if key in assessment.subject}
    return {key: str(value) for key, value in given.items()}


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
