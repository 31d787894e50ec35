"""Which file of a plan a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.model import Assessment
from mhscan.pack.pack import Pack

if TYPE_CHECKING:
    from mhscan.plans.model import Plan


def find_plan(pack: Pack, assessment: Assessment, file: Path, wanted: Path | None) -> Plan:
    """The plan that was asked for; else the one beside an assessment, empty where there is none.

    Raises:
        InputError: the plan that was asked for is not there; or one cannot be used, or is of another subject.
    """
    from mhscan.plans.store import plan_of, plan_path

    return plan_of(pack, assessment, wanted or plan_path(file, assessment), asked=wanted is not None)
