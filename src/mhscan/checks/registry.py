"""The checks of a pack as it lies on disk; a new check is a file beside this one and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mhscan.checks import conditions, levels, references, unique
from mhscan.errors import Problem
from mhscan.loading.packs import Folder

Check = Callable[[Folder], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    unique.check,
    references.check_factors,
    references.check_model,
    references.check_questionnaires,
    references.check_claims,
    levels.check,
    levels.check_bands,
    conditions.check,
    conditions.check_cycles,
)


def run_checks(folder: Folder) -> list[Problem]:
    """What all checks find; a file whose shape is wrong is passed over, its shape was reported already."""
    return [found for check in CHECKS for found in check(folder)]
