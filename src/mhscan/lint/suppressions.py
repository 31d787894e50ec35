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

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.lint.code_filter import ALWAYS, known_codes
from mhscan.loading.near import meant
from mhscan.loading.yaml_places import values_at

MOST = 1000
"""Comments of a file that are read; nobody needs more."""
_IGNORE = re.compile(r"#\s*mhscan:\s*ignore\b(?P<rest>[^\n]*)")
_REASON = re.compile(r"\bbecause\b\s*(?P<reason>.*?)\s*(?:-?#\}.*)?$")
_WORD = re.compile(r"[\w-]+")
_COMMENT_LINE = re.compile(r"\s*(?:#|\{#.*#\}\s*$|$)")


@dataclass(frozen=True)
class Suppression:
    """A comment: its place, the codes with where they stand, its reason, if any, and which lines it counts for.

    `targets` has for each line of the file the line that a comment there counts for; see `_targets`.
    """

    location: Location
    codes: tuple[tuple[str, Location], ...]
    reason: str
    targets: list[int]

    def covers(self, code: str, other: Problem) -> bool:
        """Whether a problem is one with this code, or name of a code, that the comment passes over."""
        at = other.location
        if at.file != self.location.file or code not in (other.code, other.name) or other.code.startswith(ALWAYS):
            return False
        return self.targets[self.location.line - 1] == self.targets[min(at.line, len(self.targets)) - 1]


def apply_suppressions(problems: list[Problem], texts: Mapping[str, str]) -> tuple[list[Problem], int]:
    """The problems that no comment passes over, with what is wrong with the comments; and how many are passed over.

    `texts` has the text of each file that was read.
    """
    kept, wrong = problems, list[Problem]()
    for file, text in texts.items():
        for suppression in _suppressions(file, text):
            kept, more = _apply(suppression, kept)
            wrong += more
    if any(one.severity == "error" for one in kept):
        # While something is wrong, some checks do not run: nobody knows what a comment would pass over.
        wrong = [one for one in wrong if one.code != "MH011"]
    return [*kept, *wrong], len(problems) - len(kept)


def _apply(suppression: Suppression, problems: list[Problem]) -> tuple[list[Problem], list[Problem]]:
    """The problems that a comment leaves, and what is wrong with the comment."""
    if not suppression.reason or not suppression.codes:
        return problems, [_incomplete(suppression)]
    kept, wrong = problems, []
    for code, at in suppression.codes:
        left = [one for one in kept if not suppression.covers(code, one)]
        wrong += [_useless(code, at)] if len(left) == len(kept) else []
        kept = left
    return kept, wrong


def _suppressions(file: str, text: str) -> Iterator[Suppression]:
    """The comments of a file, without what only looks like one inside a value."""
    matches = list(islice(_IGNORE.finditer(text), MOST))
    values = values_at(text) if matches and file.endswith((".yaml", ".yml")) else []
    targets = _targets(text) if matches else []
    for match in matches:
        n = bisect_right(values, match.start(), key=lambda value: value[0])
        if not n or match.start() >= values[n - 1][1]:
            yield _suppression(file, text, match, targets)


def _suppression(file: str, text: str, match: re.Match[str], targets: list[int]) -> Suppression:
    line = text.count("\n", 0, match.start())
    line_start = text.rfind("\n", 0, match.start()) + 1

    def at(start: int, end: int) -> Location:
        return Location(file, line + 1, start - line_start + 1, end - line_start + 1)

    because = _REASON.search(match["rest"])
    words = _WORD.finditer(text, match.start("rest"), match.start("rest") + because.start() if because else match.end())
    codes = tuple((word[0], at(word.start(), word.end())) for word in words)
    end = match.start() + len(match[0].rstrip())
    return Suppression(at(match.start(), end), codes, because["reason"] if because else "", targets)


def _targets(text: str) -> list[int]:
    """For each line the number, from 1, of the line that a comment on it counts for: itself, or a later one.

    Worked out from the last line up, so that a file with nothing but comments takes no longer than another.
    """
    lines = text.split("\n")
    targets = list(range(1, len(lines) + 1))
    for n in range(len(lines) - 2, -1, -1):
        if _COMMENT_LINE.match(lines[n]):
            targets[n] = targets[n + 1]
    return targets


def _incomplete(suppression: Suppression) -> Problem:
    """The problem of a comment without a code or a reason."""
    message = _("this comment names no code") if suppression.reason else _("this comment gives no reason")
    hint = _("Write '# mhscan: ignore CODE because ...', with your reason.")
    return problem("MH012", message, suppression.location, hint)


def _useless(code: str, at: Location) -> Problem:
    """The problem of a code in a comment that passes over nothing."""
    if code not in known_codes():
        hint, near = meant(code, known_codes())
        message = _("'{code}' is no code").format(code=code)
        return problem("MH013", message, at, hint if near else "", suggestion=near)
    if code.startswith(ALWAYS):
        message = _("{code} cannot be passed over: the file is not read as it stands").format(code=code)
        return problem("MH013", message, at, _("Mend what it is about, and remove the code here."))
    message = _("no {code} is found here").format(code=code)
    return problem("MH011", message, at, _("Remove the code, or the whole comment."))
