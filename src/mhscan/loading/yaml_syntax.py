"""What is wrong with a text that is no YAML, in words of ours and at the place where it begins.

The parser says where it got stuck, which is often a line or more behind the fault. So the lines from where the piece
began in which it got stuck are looked at, for the slips that people make.
"""

from __future__ import annotations

from collections.abc import Callable

from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import _
from mhscan.loading import yaml_layout, yaml_opened, yaml_signs
from mhscan.loading.yaml_signs import CONFLICT
from mhscan.loading.yaml_stuck import Stuck

Place = Callable[[int, int], Location]
"""Gives where the characters from an index to another stand; 0 for one character."""
_LOOKS = (*yaml_signs.FIRST, *yaml_opened.ALL, *yaml_signs.LATER, *yaml_layout.ALL)
"""Each tells one kind of slip; the first that sees its own speaks."""


def conflict_problem(text: str, place: Place) -> Problem | None:
    """The problem of a text with two versions of the same lines in it."""
    marks = list(CONFLICT.finditer(text)) if "<<<<<<<" in text else []
    if not any(one[0][0] == "<" for one in marks) or not any(one[0][0] == ">" for one in marks):
        return None
    first = next(one for one in marks if one[0][0] == "<")
    message = _("two versions of these lines stand here: a merge in git was not finished")
    hint = _("Keep the lines that are right, and remove the lines with <<<<<<<, ======= and >>>>>>>.")
    rest = tuple(Related(place(one.start(), one.end()), _("this line too")) for one in marks if one is not first)
    return problem("MH004", message, place(first.start(), first.end()), hint, related=rest)


def syntax_problem(error: Exception, text: str, place: Place) -> Problem:
    """What is wrong with a text that the parser refused; `place` gives where its characters stand."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    at = mark or context
    index = at.index if at else _reader_index(error, text)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")
    stuck = Stuck(text, index, context.index if context else -1, reason)
    found = next((fault for look in _LOOKS if (fault := look(stuck)) is not None), None)
    if found is not None:
        return problem(found.code, found.message, place(found.start, found.end), found.hint)
    hint = _("Look at this line and the one above it: a quote, colon, dash or the number of spaces is off.")
    related = (Related(place(stuck.context, 0), _("this began here")),) if 0 <= stuck.context < index else ()
    return problem("MH004", _("this is not valid YAML"), place(index, 0), hint, related=related)


def _reader_index(error: Exception, text: str) -> int:
    """The index of a character that cannot stand in YAML; the C parser counts bytes."""
    return len(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))
