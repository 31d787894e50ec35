"""The plan that goes with a scan."""

from __future__ import annotations

from pathlib import Path

from mhscan.opening.notice import Notice
from mhscan.opening.scan import Scan
from mhscan.plans.model import Plan
from mhscan.plans.reading import check_plan
from mhscan.plans.store import plan_of, plan_path


def plan_file(scan: Scan, named: Path | None = None) -> Path:
    """The file of the plan: the one that was named, else the one of the subject beside the assessment."""
    return named or plan_path(scan.file, scan.assessment)


def read_plan_for(scan: Scan, named: Path | None = None) -> tuple[Plan, tuple[Notice, ...]]:
    """The plan of the subject of a scan, with a notice of what in it does not fit; empty where there is no file.

    Raises:
        InputError: the plan that was named is not there; or one cannot be used, or is of another subject or pack.
    """
    document, plan = plan_of(scan.pack, scan.assessment, plan_file(scan, named), asked=named is not None)
    problems = check_plan(scan.pack, document, plan) if document is not None else []
    return plan, (Notice("plan", problems=tuple(problems)),) if problems else ()
