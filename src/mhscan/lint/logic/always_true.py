"""Every condition makes a difference."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.walk import conditions_of
from mhscan.language import _
from mhscan.lint.logic.decidable import pack_of
from mhscan.lint.logic.solver import Solver
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """For each condition there are answers, one to every question, with which it does not hold."""
    pack = pack_of(folder)
    for one in conditions_of(folder) if pack else ():
        if pack is not None and Solver(pack, one.condition, every_state=False).can_be(False, None) is False:
            message = _("this always holds, whatever is answered")
            hint = _("Leave the condition out, or make its limits narrower.")
            yield one.part.problem("MH307", one.path, message, hint)
