"""What is wrong with a text that is no YAML, in words and at its place."""

from __future__ import annotations

from collections.abc import Callable

from mhscan.codes import problem
from mhscan.errors import Location, Problem, Related
from mhscan.language import _


def syntax_problem(error: Exception, text: str, place: Callable[[int], Location]) -> Problem:
    """What PyYAML says is wrong with a text; `place` gives where a character stands, counted from the start."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    index = mark.index if mark else _reader_index(error, text)
    at = place(index)
    if text[index : index + 1] == "\t":
        hint = _("Put spaces in the place of the tab; most editors can do so for the whole file.")
        return problem("MH016", _("a tab stands where spaces are expected"), at, hint)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    context = getattr(error, "context", None)
    detail = f"{context}: {said}" if context else str(said)
    hint = _("Look at this line and the one above it: a quote, colon, dash or the number of spaces is off.")
    message = _("this is not valid YAML ({detail})").format(detail=detail)
    return problem("MH004", message, at, hint, related=_begun(error, index, place))


def _begun(error: Exception, index: int, place: Callable[[int], Location]) -> tuple[Related, ...]:
    """Where that began in which something is wrong, such as a list that is not closed."""
    mark = getattr(error, "context_mark", None)
    if mark is None or mark.index >= index:
        return ()
    return (Related(place(mark.index), _("this began here")),)


def _reader_index(error: Exception, text: str) -> int:
    """The index of a character that cannot stand in YAML; the C parser counts bytes."""
    return len(text.encode()[: getattr(error, "position", 0)].decode(errors="ignore"))
