"""The plan that goes with a scan, under the ids of its version of the pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mhscan.answers.subjects import is_known_again
from mhscan.language import _
from mhscan.loading.paths import is_there
from mhscan.opening.notice import Notice
from mhscan.opening.scan import Scan
from mhscan.plans.migrator import CarriedPlan
from mhscan.plans.model import Plan
from mhscan.plans.reading import check_plan
from mhscan.plans.store import change_plan, plan_of, plan_path
from mhscan.text import folded


def plan_file(scan: Scan, named: Path | None = None) -> Path:
    """The file of the plan: the one that was named, else the one of the subject beside the assessment."""
    return named or plan_path(scan.pack, scan.file, scan.assessment)


def read_plan_for(scan: Scan, named: Path | None = None) -> tuple[Plan, tuple[Notice, ...]]:
    """The plan of the subject of a scan, with what in it does not fit or is called otherwise; empty without a file.

    Raises:
        InputError: the plan that was named is not there; or one cannot be used, or is of another subject or pack.
    """
    path = plan_file(scan, named)
    document, carried = plan_of(scan.pack, scan.assessment, path, asked=named is not None)
    problems = check_plan(scan.pack, document, carried.plan) if document is not None else []
    lines = [*_other_name(scan, path, carried.plan), *carried_lines(path, carried)]
    notices = [Notice("plan", "\n".join(lines))] if lines else []
    return carried.plan, (*notices, *([Notice("plan", problems=tuple(problems))] if problems else []))


def save_plan(scan: Scan, named: Path | None, change: Callable[[Plan], Plan]) -> tuple[Path, tuple[Notice, ...]]:
    """Save what `change` makes of the plan of a scan; gives its path, and what was carried over on the way.

    Raises:
        InputError: as `read_plan_for`, but the file need not be there; or the plan is of a newer version of the pack.
        OutputError: it cannot be written.
    """
    path = plan_file(scan, named)
    notices = read_plan_for(scan, path)[1] if is_there(path) else ()
    change_plan(scan.pack, scan.assessment, path, change)
    return path, tuple(notice for notice in notices if notice.message)


def _other_name(scan: Scan, path: Path, plan: Plan) -> list[str]:
    """That the plan is of the same subject under another name, known by its code; nothing where it has its name."""
    known = is_known_again(scan.pack, scan.assessment.subject, plan.subject)
    if not known or folded(plan.name) == folded(scan.assessment.name):
        return []
    said = _("{path} is the plan of {old}. The scan says {new}.")
    return [said.format(path=path, old=plan.name, new=scan.assessment.name)]


def carried_lines(path: Path, carried: CarriedPlan) -> list[str]:
    """What has another id or level in a plan, and which targets lead nowhere, as lines."""
    lines = [_("In {path}:").format(path=path)] if carried.moved else []
    for one in carried.moved:
        old, new = (
            f"{key} ({level})" if one.level != one.level_before else key
            for key, level in ((one.old, one.level_before), (one.new, one.level))
        )
        lines.append(f"- {old} → {new}")
    hint = _("{path}: the pack has no '{id}' any more, so this target counts for nothing. Take it away with --remove.")
    return [*lines, *(hint.format(path=path, id=key) for key in carried.lost)]
