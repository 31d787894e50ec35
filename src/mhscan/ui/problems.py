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
        lines += [f"  {_('see')}: {visible(other.location)}: {visible(other.message)}" for other in one.related]
    return as_lines(lines)


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
    line = neutral(texts[file][number - 1].replace("\t", " "))
    gutter = f"{number:>5} | "
    room = width() - len(gutter)
    start = max(0, column - room // 2)
    length = max(1, min(problem.location.end, start + room + 1) - column)
    return [gutter + line[start : start + room], " " * len(gutter) + " " * (column - 1 - start) + "^" * length]


def count_words(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, as a sentence."""
    errors = sum(one.severity == "error" for one in problems)
    warnings = len(problems) - errors
    said = ngettext("{n} error", "{n} errors", errors).format(n=errors)
    if warnings:
        said += ", " + ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings)
    return said + "."
