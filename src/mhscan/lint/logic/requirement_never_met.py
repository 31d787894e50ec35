"""What an action waits for can happen."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.walk import conditions_of
from mhscan.language import _
from mhscan.lint.logic.conflict import conflict
from mhscan.lint.logic.decidable import holds_impossible, pack_of
from mhscan.lint.logic.solver import Solver
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """For each requirement of an action there are answers that meet it."""
    pack = pack_of(folder)
    for one in conditions_of(folder) if pack else ():
        if pack is None or one.path[-2] != "requires" or holds_impossible(folder, one):
            continue
        if Solver(pack, one.condition, every_state=True).can_be(True) is False:
            message = _("this is never met, whatever is answered")
            path, related, hint = conflict(pack, one)
            yield one.part.problem("MH308", path, message, hint, related=related)
