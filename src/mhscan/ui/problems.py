"""Problems in files as text: a line each, as editors and CI understand it, with the line of the file and a hint."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mhscan.errors import Problem
from mhscan.language import _, ngettext
from mhscan.loading.files import read_text
from mhscan.loading.masking import shown_text
from mhscan.text import neutral, visible
from mhscan.ui.streams import as_lines, is_plain, width

_ABOUT_NAMES = {"MH017", "MH018", "MH019"}
"""What is wrong with where a file lies, what it is called, or where it leads: nothing of what is in it is shown."""


def problems_text(problems: Sequence[Problem]) -> str:
    """The problems as text, with the line that each is about where that helps and nobody asked for plain lines."""
    lines: list[str] = []
    texts: dict[str, list[str]] = {}
    for one in problems:
        severity = _("error") if one.severity == "error" else _("warning")
        lines.append(f"{visible(one.location)}: {severity}[{one.code}] {one.name}: {visible(one.message)}")
        if not is_plain() and one.code not in _ABOUT_NAMES:
            lines += _excerpt(one, texts)
        if one.hint:
            lines.append(f"  {_('hint')}: {visible(one.hint)}")
        lines += [f"  {line}" for line in related_lines(one)]
    return as_lines(lines)


def related_lines(problem: Problem, most: int = 10) -> list[str]:
    """A line for each other place that has to do with a problem; of many, the first ones and how many more."""
    lines = [f"{_('see')}: {one.location}: {neutral(one.message)}" for one in problem.related[:most]]
    left = len(problem.related) - most
    if left > 0:
        lines.append(ngettext("and {n} other place", "and {n} other places", left).format(n=left))
    return lines


SIGNS = 4
"""So many signs a cell are looked at, in a line that may be millions of signs long."""


def _excerpt(problem: Problem, texts: dict[str, list[str]]) -> list[str]:
    """The line of the file, without free text of answers, with carets under the place as far as it goes."""
    file = problem.location.file
    if file not in texts:
        # By the reader that knows what not to open: the file may be a pipe, or without an end.
        text, _problems = read_text(Path(file), file)
        texts[file] = [] if text is None else shown_text(text, file).split("\n")
    number, column = problem.location.line, problem.location.column
    if not 1 <= number <= len(texts[file]) or not texts[file][number - 1].strip():
        return []
    gutter = f"{number:>5} | "
    shown, before, marked = _window(texts[file][number - 1], column, problem.location.end, width() - len(gutter))
    return [gutter + shown, " " * (len(gutter) + before) + "^" * marked]


def _window(line: str, column: int, end: int, room: int) -> tuple[str, int, int]:
    """The piece of a line around a column that fits in so many cells, with the cells before the place and those in it.

    A sign of a language such as Chinese, or a picture, takes two cells; an accent on the sign before it takes none.
    """
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415  only where something is wrong

    start, stop, most = column - 1, max(end - 1, column), SIGNS * room
    before, inside = _shown(line[max(0, start - most) : start]), _shown(line[start : min(stop, start + most)])
    behind = _shown(line[stop : stop + most])
    while before and cell_len(before) > room // 2 and cell_len(before + inside + behind) > room:
        before = before[1:]
    marked = max(1, min(cell_len(inside), room - cell_len(before)))
    whole = before + inside + behind
    shown = set_cell_size(whole, room).rstrip() if cell_len(whole) > room else whole
    return shown, cell_len(before), marked


def _shown(text: str) -> str:
    return neutral(text.replace("\t", " "))


def count_words(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, as a sentence."""
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    text = ngettext("{n} error", "{n} errors", errors).format(n=errors)
    if warnings:
        text += ", " + ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
    return text + "."
