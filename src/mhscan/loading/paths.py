"""Looking at paths: what lies there, where a link leads, and which files were read in this run; none of it fails."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path

_inputs: set[tuple[int, int]] = set()
"""The disk and the number on it of each file that was read."""


def mark_read(path: Path) -> None:
    """Remember that a file was read as input in this process.

    Raises:
        OSError: it is gone.
    """
    about = path.stat()
    _inputs.add((about.st_dev, about.st_ino))


def forget_read() -> None:
    """Begin anew: nothing was read yet."""
    _inputs.clear()


def was_read(path: Path) -> bool:
    """Whether a file was read as input in this process, under whatever name."""
    try:
        about = path.stat()
    except OSError:
        return False
    return (about.st_dev, about.st_ino) in _inputs


def is_file(path: Path) -> bool:
    """Whether this is an ordinary file; what may not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether there is something under this name, be it a link that leads nowhere; what may not be looked at is not."""
    return os.path.lexists(path)


def real_path(path: Path) -> Path:
    """Where a path leads in the end, links followed; the path itself where that cannot be said."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path


def is_link(path: Path) -> bool:
    """Whether this is a link, be it one that leads nowhere; what may not be looked at is none."""
    try:
        return path.is_symlink()
    except OSError:
        return False


def linked(path: Path) -> Path:
    """The file that a link leads to; a path that is no link as it is, so that people see what they typed."""
    return real_path(path) if is_link(path) else path


def entries(folder: Path, pattern: str) -> list[Path]:
    """What in a folder has a name of this pattern, sorted; nothing where the folder may not be looked at."""
    try:
        return sorted(one for one in folder.iterdir() if fnmatchcase(one.name, pattern))
    except OSError:
        return []
