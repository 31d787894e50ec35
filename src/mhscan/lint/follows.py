"""One fault, one problem: what only follows from another goes, and the same fault at many places is told once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from mhscan.errors import Problem, Related
from mhscan.language import _, ngettext

MANY = 4
"""From so many times on, the same thing said in one file is one problem with its places."""


@dataclass(frozen=True)
class Cause:
    """From which codes another one follows: found in the same pack, file or line, or where they point at its place."""

    codes: tuple[str, ...]
    within: Literal["pack", "file", "line", "related"]


FOLLOWS = {
    "MH017": Cause(("MH201",), "related"),
    "MH210": Cause(("MH203",), "pack"),
    "MH211": Cause(("MH204",), "pack"),
    "MH212": Cause(("MH207", "MH002"), "pack"),
    "MH213": Cause(("MH207", "MH002"), "file"),
    "MH224": Cause(("MH416",), "line"),
    "MH306": Cause(("MH305",), "pack"),
    "MH308": Cause(("MH305",), "pack"),
    "MH315": Cause(("MH305",), "pack"),
    "MH313": Cause(("MH305", "MH315"), "file"),
    "MH314": Cause(("MH313",), "line"),
    "MH310": Cause(("MH301",), "pack"),
    "MH402": Cause(("MH202",), "file"),
    "MH403": Cause(("MH401",), "pack"),
    "MH404": Cause(("MH401",), "file"),
    "MH405": Cause(("MH409",), "file"),
    "MH407": Cause(("MH202", "MH402", "MH406"), "file"),
    "MH410": Cause(("MH202",), "file"),
    "MH411": Cause(("MH207", "MH202"), "file"),
    "MH412": Cause(("MH401",), "pack"),
    "MH504": Cause(("MH514",), "line"),
    "MH505": Cause(("MH501",), "file"),
    "MH507": Cause(("MH0", "MH1"), "pack"),
    "MH509": Cause(("MH401",), "file"),
    "MH510": Cause(("MH206", "MH002"), "pack"),
    "MH513": Cause(("MH202",), "pack"),
    "MH515": Cause(("MH401", "MH403"), "file"),
    "MH521": Cause(("MH",), "line"),
    "MH522": Cause(("MH",), "line"),
    "MH523": Cause(("MH",), "line"),
    "MH821": Cause(("MH3",), "pack"),
}
"""Codes of what can follow from something else: a name that nobody uses, since it is misspelt where it is used."""


def without_followers(problems: Iterable[Problem]) -> list[Problem]:
    """The problems of one pack or file without those that only follow from others among them."""
    found = list(problems)
    unread = {one.location for one in found if one.code.startswith("MH0")}
    found = [one for one in found if one.code.startswith("MH0") or one.location not in unread]
    return [one for one in found if not _follows(one, found)]


def _follows(one: Problem, problems: list[Problem]) -> bool:
    cause = FOLLOWS.get(one.code)
    if cause is None:
        return False
    causes = [other for other in problems if other.code != one.code and _can_cause(cause, other, one)]
    if any(not other.suggestion or f"'{other.suggestion}'" in one.message for other in causes):
        return True
    # Each misspelt name leaves one that nobody uses; which one, the nearest name does not always tell.
    return bool(causes) and len(causes) >= sum(other.code == one.code for other in problems)


def _can_cause(cause: Cause, other: Problem, one: Problem) -> bool:
    if not other.code.startswith(cause.codes) or (one.severity == "error" and other.severity == "warning"):
        return False
    here, there = one.location, other.location
    if cause.within == "related":
        return any(Path(each.location.file).is_relative_to(here.file) for each in other.related)
    return cause.within == "pack" or (here.file == there.file and (cause.within == "file" or here.line == there.line))


def gathered(problems: Iterable[Problem]) -> list[Problem]:
    """The problems with those of a file that say the same, where there are many, as one with all its places."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for one in problems:
        groups.setdefault((one.location.file, one.code, one.message), []).append(one)
    return [one for group in groups.values() for one in (group if len(group) < MANY else [_gathered(group)])]


def _gathered(group: list[Problem]) -> Problem:
    first, *others = group
    more = ngettext("{message}; so does {n} other place", "{message}; the same at {n} other places", len(others))
    places = tuple(Related(one.location, _("here too")) for one in others)
    message = more.format(message=first.message, n=len(others))
    return replace(first, message=message, related=(*first.related, *places))
