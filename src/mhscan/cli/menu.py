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


def menu() -> list[str]:
    """Show where the files lie and what can be done; gives the arguments of the command that was chosen, or none."""
    files = assessments(Path())
    talk(_("Your files lie in {folder}.").format(folder=real_path(Path())))
    for n, path in enumerate(files, 1):
        talk(f"   {n}. {path}")
    if not files:
        talk(_("There is no assessment here yet."))
    talk(_("1. New assessment"))
    talk(_("2. Go on with an assessment"))
    talk(_("3. Make a report"))
    talk(_("4. Stop"))
    while (chosen := _line(_("Type 1, 2, 3 or 4"))) not in ("1", "2", "3", "4", None):
        pass
    if chosen == "1":
        return ["assess"]
    scan = _which(files) if chosen in ("2", "3") else None
    if scan is None:
        return []
    if chosen == "2":
        return ["assess", str(scan)]
    return ["report", str(scan), "--output", f"{scan.stem}-{_('report')}.html"]


def assessments(folder: Path) -> list[Path]:
    """The assessments in a folder, by name."""
    files = filter(is_assessment, list_yaml(folder)[0])
    return sorted(files, key=lambda path: (sort_key(path.stem), path))


def _which(files: list[Path]) -> Path | None:
    """The assessment that is meant; nothing where there is none, or the input ends."""
    if not files:
        talk(_("There is no assessment here yet."))
    if len(files) < 2:
        return files[0] if files else None
    while (line := _line(_("Number of the assessment"))) is not None:
        number = small_number(line)
        if number is not None and 1 <= number <= len(files):
            return files[number - 1]
    return None


def _line(prompt: str) -> str | None:
    """A line, or nothing where a pipe ends."""
    try:
        return ask_line(prompt)
    except EndOfInput:
        if at_keyboard():
            raise KeyboardInterrupt from None
        return None
