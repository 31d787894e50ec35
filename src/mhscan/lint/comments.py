"""Comments in a file that say which problem to pass over, and why: `# mhscan: ignore MH501 because ...`.

Such a comment counts for its own line, and where it stands alone for the next line that is no comment. It needs a
reason, since whoever reads the file later has to know. One that passes over nothing is a problem itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from mhscan.codes import codes, problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.lint.code_filter import ALWAYS
from mhscan.loading.near import meant
from mhscan.loading.yaml_places import values_at

MOST = 1000
"""Comments of a file that are read; nobody needs more."""
_IGNORE = re.compile(r"#\s*mhscan:\s*ignore\b(?P<rest>[^\n]*)")
_REASON = re.compile(r"\bbecause\b\s*(?P<reason>.*?)\s*(?:-?#\}.*)?$")
_WORD = re.compile(r"[\w-]+")
_COMMENT_LINE = re.compile(r"\s*(?:#|\{#.*#\}\s*$|$)")


@dataclass(frozen=True)
class Ignore:
    """A comment: the line that it counts for, the codes with where they stand, and whether it gives a reason."""

    location: Location
    line: int
    codes: tuple[tuple[str, Location], ...]
    reason: str


def apply_comments(problems: list[Problem], texts: Mapping[str, str]) -> tuple[list[Problem], int]:
    """The problems that no comment passes over, with what is wrong with the comments; and how many are passed over.

    `texts` has the text of each file that was read.
    """
    kept = list(problems)
    found: list[Problem] = []
    for file, text in texts.items():
        matches = list(islice(_IGNORE.finditer(text), MOST))
        lines = _counts_for(text) if matches else []
        for ignore in _ignores(file, text, matches, lines):
            kept, wrong = _apply(ignore, kept, lines)
            found += wrong
    if any(one.severity == "error" for one in kept):
        # While something is wrong, some checks do not run: nobody knows what a comment would pass over.
        found = [one for one in found if one.code != "MH011"]
    return [*kept, *found], len(problems) - len(kept)


def _ignores(file: str, text: str, matches: list[re.Match[str]], lines: list[int]) -> Iterator[Ignore]:
    """The comments of a file, out of what looks like one."""
    values = values_at(text) if matches and file.endswith((".yaml", ".yml")) else []
    for match in matches:
        if _inside(match.start(), values):
            continue
        number = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        yield _ignore(file, number, column, match, lines[number])


def _inside(index: int, values: list[tuple[int, int]]) -> bool:
    """Whether what stands at an index is part of a value, and so no comment."""
    n = bisect_right(values, index, key=lambda one: one[0])
    return n > 0 and index < values[n - 1][1]


def _ignore(file: str, number: int, column: int, match: re.Match[str], line: int) -> Ignore:
    rest = match["rest"]
    because = _REASON.search(rest)
    start = column + match.start("rest") - match.start()
    words = _WORD.finditer(rest[: because.start()] if because else rest)
    codes = tuple((w[0], Location(file, number + 1, start + w.start() + 1, start + w.end() + 1)) for w in words)
    end = column + len(match[0].rstrip()) + 1
    return Ignore(Location(file, number + 1, column + 1, end), line, codes, because["reason"] if because else "")


def _counts_for(text: str) -> list[int]:
    """For each line the number, from 1, of the line that a comment on it counts for: itself, or a later one.

    Worked out from the last line up, so that a file with nothing but comments takes no longer than another.
    """
    lines = text.split("\n")
    found = list(range(1, len(lines) + 1))
    for n in range(len(lines) - 2, -1, -1):
        if _COMMENT_LINE.match(lines[n]):
            found[n] = found[n + 1]
    return found


def _apply(ignore: Ignore, problems: list[Problem], lines: list[int]) -> tuple[list[Problem], list[Problem]]:
    """The problems that a comment leaves, and what is wrong with the comment."""
    if not ignore.reason or not ignore.codes:
        hint = _("Write '# mhscan: ignore CODE because ...', with your reason.")
        message = _("this comment names no code") if ignore.reason else _("this comment gives no reason")
        return problems, [problem("MH012", message, ignore.location, hint)]
    kept, wrong = problems, []
    for code, at in ignore.codes:
        left = [one for one in kept if not _passes_over(ignore, code, one, lines)]
        if len(left) == len(kept):
            wrong.append(_useless(code, at))
        kept = left
    return kept, wrong


def _passes_over(ignore: Ignore, code: str, one: Problem, lines: list[int]) -> bool:
    place = one.location
    if place.file != ignore.location.file or code not in (one.code, one.name) or one.code.startswith(ALWAYS):
        return False
    return ignore.line == lines[min(place.line, len(lines)) - 1]


def _useless(code: str, at: Location) -> Problem:
    """The problem of a code in a comment that passes over nothing."""
    known = [*codes(), *(one.name for one in codes().values())]
    if code not in known:
        hint, near = meant(code, known)
        message = _("'{code}' is no code").format(code=code)
        return problem("MH013", message, at, hint if near else "", suggestion=near)
    if code.startswith(ALWAYS):
        message = _("{code} cannot be passed over: the file is not read as it stands").format(code=code)
        return problem("MH013", message, at, _("Mend what it is about, and remove the code here."))
    message = _("no {code} is found here").format(code=code)
    return problem("MH011", message, at, _("Remove the code, or the whole comment."))
