"""Which file of a plan a command works with, read and saved under the ids of this version of the pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.model import Assessment
from mhscan.cli.beside import plan_lines
from mhscan.pack.pack import Pack
from mhscan.ui.streams import talk

if TYPE_CHECKING:
    from mhscan.plans.model import Plan


def find_plan(pack: Pack, assessment: Assessment, file: Path, wanted: Path | None) -> Plan:
    """The plan that was asked for; else the one beside an assessment, empty where there is none.

    Says what has another id or level in this version of the pack than in the file.

    Raises:
        InputError: the plan that was asked for is not there; or one cannot be used, or is of another subject.
    """
    from mhscan.plans.store import carried_plan, plan_path

    path = wanted or plan_path(file, assessment)
    carried = carried_plan(pack, assessment, path, asked=wanted is not None)
    for line in plan_lines(path, carried):
        talk(line)
    return carried.plan


def save_plan(
    pack: Pack, assessment: Assessment, file: Path, wanted: Path | None, change: Callable[[Plan], Plan]
) -> tuple[Path, Plan]:
    """Save what `change` makes of a plan; gives its path and the new plan.

    Raises:
        InputError: as `find_plan`, but the file need not be there; or the plan is of a newer version of the pack.
        OutputError: it cannot be written.
    """
    from mhscan.plans.store import change_plan, plan_path

    path = wanted or plan_path(file, assessment)
    if path.exists():
        find_plan(pack, assessment, file, wanted)
    return path, change_plan(pack, assessment, path, change)
