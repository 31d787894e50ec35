"""`mhscan` alone: a small menu, for whoever does not know the commands."""

from __future__ import annotations

from pathlib import Path

from mhscan.cli.common import ask_line
from mhscan.interview.face import EndOfInput
from mhscan.language import _
from mhscan.loading.files import list_yaml
from mhscan.loading.paths import real_path
from mhscan.opening.finding import is_assessment
from mhscan.text import small_number, sort_key
from mhscan.ui.streams import at_keyboard, talk

HEAD = 1600
"""So many bytes are looked at to see whether a file is an assessment."""


def menu() -> list[str]:
    """Show where the files lie and what can be done; gives the arguments of the command that was chosen, or none."""
    here = real_path(Path())
    found = assessments(Path())
    talk(_("Your files lie in {folder}.").format(folder=here))
    for n, path in enumerate(found, 1):
        talk(f"   {n}. {path}")
    if not found:
        talk(_("There is no assessment here yet."))
    talk(_("1. New assessment"))
    talk(_("2. Go on with an assessment"))
    talk(_("3. Make a report"))
    talk(_("4. Stop"))
    while True:
        chosen = _line(_("Type 1, 2, 3 or 4"))
        if chosen is None:
            return []
        if chosen in ("1", "2", "3", "4"):
            return _command(chosen, found)


def assessments(folder: Path) -> list[Path]:
    """The assessments in a folder, by name."""
    found = [path for path in list_yaml(folder)[0] if is_assessment(path)]
    return sorted(found, key=lambda path: (sort_key(path.stem), path))


def _command(chosen: str, found: list[Path]) -> list[str]:
    if chosen == "4":
        return []
    if chosen == "1":
        return ["assess"]
    path = _which(found)
    if path is None:
        return []
    if chosen == "2":
        return ["assess", str(path)]
    return ["report", str(path), "--output", f"{path.stem}-{_('report')}.html"]


def _which(found: list[Path]) -> Path | None:
    if len(found) < 2:
        if not found:
            talk(_("There is no assessment here yet."))
        return found[0] if found else None
    while True:
        line = _line(_("Number of the assessment"))
        if line is None:
            return None
        number = small_number(line)
        if number is not None and 1 <= number <= len(found):
            return found[number - 1]


def _line(prompt: str) -> str | None:
    """A line, or nothing where a pipe ends.

    Raises:
        KeyboardInterrupt: somebody at the keyboard ended the input.
    """
    try:
        return ask_line(prompt)
    except EndOfInput:
        if at_keyboard():
            raise KeyboardInterrupt from None
        return None
