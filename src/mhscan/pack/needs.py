"""Which versions of mhscan a pack needs: `requires: mhscan>=0.1`, or more than one test with a comma between."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable

_NEED = re.compile(r"\s*mhscan\s*(.+)")
_TEST = re.compile(r"\s*(>=|<=|==|!=|>|<)\s*(\d{1,9}(?:\.\d{1,9})*)\s*")


_MEANS: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    "<": operator.lt,
}


def can_be_read(requires: str) -> bool:
    """Whether it can be told which versions are meant; an empty text asks for nothing."""
    return not requires.strip() or bool(_tests(requires))


def is_met(requires: str, version: str) -> bool:
    """Whether a version of mhscan is one that is meant; nothing is where that cannot be told."""
    if not can_be_read(requires):
        return False
    return all(_MEANS[sign](_numbers(version), _numbers(wanted)) for sign, wanted in _tests(requires))


def _tests(requires: str) -> list[tuple[str, str]]:
    """Each test as a sign and a version; none where one of them cannot be read."""
    need = _NEED.fullmatch(requires)
    found = [_TEST.fullmatch(part) for part in need[1].split(",")] if need else []
    return [(one[1], one[2]) for one in found if one] if all(found) else []


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers at the start of a version, without zeros at the end: 1 and 1.0 are the same."""
    start = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, re.sub(r"(?:\.0+)+$", "", start[0]).split("."))) if start else ()
