"""Files to text: every way in which a file cannot be read, as a problem."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _, why
from mhscan.loading.paths import mark_read
from mhscan.loading.yaml_reader import MAX_BYTES, Document, read_yaml

_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened without waiting for somebody to write in it; a file as bytes, also where that is not the habit."""


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of a file in UTF-8, without a byte order mark and with `\\n` as line end; `name` is used in problems."""
    at = Location(name)
    try:
        raw = _read_some(path) if path.is_file() else None
        if raw is None:
            return None, [_not_a_file(path, at)]
        mark_read(path)
    except OSError as error:
        return None, [_refused(error, at)]
    if len(raw) > MAX_BYTES:
        limit = MAX_BYTES // 1024 // 1024
        return None, [problem("MH008", _("the file is larger than {n} MB").format(n=limit), at)]
    return decode(raw, name)


def _read_some(path: Path) -> bytes | None:
    """A file as far as it may go; nothing where it has become something that never ends, such as a pipe."""
    number = os.open(path, os.O_RDONLY | _AT_ONCE)
    with os.fdopen(number, "rb") as stream:
        return stream.read(MAX_BYTES + 1) if stat.S_ISREG(os.fstat(number).st_mode) else None


def read_bytes(path: Path) -> bytes | None:
    """The content of a file, as far as any file of ours goes; nothing where it is none, or may not be read."""
    try:
        return _read_some(path)
    except OSError:
        return None


def is_folder(path: Path) -> bool:
    """Whether this is a folder; what may not be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def list_files(folder: Path, ending: str, deep: bool = False) -> tuple[list[Path], list[Problem]]:
    """What is in a folder with names that end so, in order; none for a folder that does not exist.

    A folder that may not be read is a problem: half a pack must not pass for a whole one.
    """
    found: list[Path] = []
    problems: list[Problem] = []

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            problems.append(_refused(error, Location(str(error.filename))))

    for here, folders, names in os.walk(folder, onerror=refuse):
        found += [Path(here, name) for name in (*folders, *names) if name.endswith(ending)]
        if not deep:
            break
    return sorted(found), problems


def _refused(error: OSError, at: Location) -> Problem:
    hint = _("Check the name, and whether you may read it.")
    return problem("MH001", _("the file cannot be read: {why}").format(why=why(error)), at, hint)


def _not_a_file(path: Path, at: Location) -> Problem:
    if path.is_dir():
        return problem("MH001", _("this is a folder, not a file"), at, _("Name the file in it."))
    if path.exists():
        return problem("MH001", _("this is not an ordinary file"), at, _("Name an ordinary file."))
    if path.is_symlink():
        hint = _("Put the file itself here.")
        return problem("MH001", _("this link leads nowhere, or back to itself"), at, hint)
    return problem("MH001", _("this file does not exist"), at, _("Check the name and the folder."))


def decode(raw: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """The text of the content of a file, and what is wrong with it; `name` is used in problems."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _line_ends(error.object[: error.start].decode())
        at = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = _("Save the file again as UTF-8; in most editors that is a choice under 'Save as'.")
        return None, [problem("MH003", _("the text is not UTF-8 from here on"), at, hint)]
    return _line_ends(text), []


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_document(path: Path, name: str | None = None) -> tuple[Document, list[Problem]]:
    """The data of a YAML file with places, and all that is wrong with it."""
    shown = name or str(path)
    text, problems = read_text(path, shown)
    if text is None:
        return Document(shown), problems
    return read_yaml(text, shown)
