"""The pack that conditions are tried on, and the tests in it that no answer can meet."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from mhscan.conditions import All, AnyOf, Condition, CountOf, Each, FigureRef, Gap, Not
from mhscan.errors import Path
from mhscan.integrity.walk import ABOUT, Placed, Test, conditions_of, inside
from mhscan.lint.logic.solver import Solver, counted
from mhscan.loading.packs import Folder, Part, build
from mhscan.pack.pack import Pack


@lru_cache(maxsize=2)
def pack_of(folder: Folder) -> Pack | None:
    """The pack of a folder; nothing while it has errors, since its conditions cannot be worked out then."""
    if folder.model() is None or any(one.severity == "error" for one in folder.problems):
        return None
    return build(folder)


@lru_cache(maxsize=2)
def impossible_tests(folder: Folder) -> tuple[tuple[Part, Path, Test], ...]:
    """Each single test that no answer can meet, whatever else is answered, with where it stands."""
    pack = pack_of(folder)
    if pack is None:
        return ()
    return tuple(
        (placed.part, _narrowest(pack, path, test), test)
        for placed in conditions_of(folder)
        for path, test in inside(placed.condition, placed.path)
        if _cannot_be_met(pack, test)
    )


def _cannot_be_met(pack: Pack, test: Test) -> bool:
    """Whether a single test is one that no answer meets."""
    if isinstance(test, CountOf):
        return _counts_too_many(pack, test)
    if isinstance(test, All | AnyOf | Not) or type(test) is FigureRef:
        return False
    condition = CountOf(count_of=test, at_least=1) if isinstance(test, Each) else cast("Condition", test)
    return Solver(pack, condition, every_state=True, alone=True).can_be(True) is False


def _counts_too_many(pack: Pack, test: CountOf) -> bool:
    """Whether more is counted than there is, or at least more than at most."""
    parts = counted(pack, test)
    least = test.at_least if test.at_least is not None else 0
    return least > (min(test.at_most, parts) if test.at_most is not None else parts)


def _narrowest(pack: Pack, path: Path, test: Test) -> Path:
    """The place of the one limit or value that no answer meets; that of the whole test where it takes several."""
    data = test.model_dump(by_alias=True, exclude_unset=True)
    about = {key: value for key, value in data.items() if key in ABOUT}
    asked = [key for key in data if key not in ABOUT]
    if isinstance(test, Gap | CountOf):
        return path
    for key in asked:
        if len(asked) == 1 or _cannot_be_met(pack, type(test).model_validate({**about, key: data[key]})):
            return (*path, key)
    return path


def holds_impossible(folder: Folder, placed: Placed) -> bool:
    """Whether a condition holds a test that no answer can meet; that is said there already."""
    length = len(placed.path)
    return any(part is placed.part and path[:length] == placed.path for part, path, _test in impossible_tests(folder))
