"""The checks that a pack has to pass before it is used: the functions `check_...` in the modules of `checks/`.

What is only advice, or takes more time, stands in `lint`, whose checks are found in the same way.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from types import FunctionType

from mhscan.errors import Problem
from mhscan.loading.packs import Folder

ON_WHOLE_FILES = frozenset((
    "check_bad_bands", "check_migration_clash", "check_missing_words", "check_no_way_here", "check_reused_id",
    "check_unknown_target",
))  # fmt: skip
"""Those that complain of what is not there: they pass over a file whose shape is wrong. The others see its rest."""


@cache
def checks_in(name: str) -> tuple[FunctionType, ...]:
    """The functions `check_...` of a module, and of the modules in it; what they need is imported now, not before."""
    module = import_module(name)
    inside = pkgutil.iter_modules(getattr(module, "__path__", ()), f"{name}.")
    return tuple(
        value
        for one in (module, *(import_module(found.name) for found in inside))
        for key, value in vars(one).items()
        if key.startswith("check_") and isinstance(value, FunctionType) and value.__module__ == one.__name__
    )


def run_checks(folder: Folder) -> list[Problem]:
    """What all checks find, also in what can still be read of a file whose shape is wrong."""
    rest = folder.readable()
    return [
        found
        for check in checks_in("mhscan.integrity.checks")
        for found in check(folder if check.__name__ in ON_WHOLE_FILES else rest)
    ]
