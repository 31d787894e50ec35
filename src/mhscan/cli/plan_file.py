"""Which file of a plan a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.model import Assessment
from mhscan.answers.subjects import is_known_again
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.text import folded
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.plans.model import Plan


def path_of_plan(pack: Pack, assessment: Assessment, file: Path, wanted: Path | None) -> Path:
    """The file that was asked for; else the one of the subject of an assessment. Says so if it has another name."""
    from mhscan.plans.reading import parse_plan
    from mhscan.plans.store import plan_path

    path = wanted or plan_path(pack, file, assessment)
    plan = parse_plan(path)[1] if path.exists() else None
    known = plan is not None and is_known_again(pack, assessment.subject, plan.subject)
    if plan is not None and known and folded(plan.name) != folded(assessment.name):
        said = _("{path} is the plan of {old}. The scan says {new}.")
        talk(said.format(path=path, old=plan.name, new=assessment.name))
    return path


def find_plan(pack: Pack, assessment: Assessment, file: Path, wanted: Path | None) -> Plan:
    """The plan that was asked for; else the one beside an assessment, empty where there is none.

    Raises:
        InputError: the plan that was asked for is not there; or one cannot be used, or is of another subject.
    """
    from mhscan.plans.store import plan_of

    return plan_of(pack, assessment, path_of_plan(pack, assessment, file, wanted), asked=wanted is not None)
