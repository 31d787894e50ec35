"""What lies under a name, where looking cannot fail: a name may be too long, a folder closed, a link a loop.

Nothing is parsed here, so that who only looks, or takes the bytes as they are, needs no parser.
"""

from __future__ import annotations

import os
import re
import stat
from fnmatch import fnmatchcase
from pathlib import Path

MAX_BYTES = 8 * 1024 * 1024
"""So much of a file is read; none of ours is larger."""
_AT_ONCE = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe is opened without waiting for somebody to write in it; a file as bytes, also where that is not the habit."""
YAML = (".yaml", ".yml")
"""How the names of files in YAML end, in any case of letters."""
_NOBODYS = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(?:bak|orig|rej|swp|swo|tmp)|desktop\.ini|thumbs\.db|__macosx|__pycache__", re.IGNORECASE
)
_inputs: set[tuple[int, int]] = set()
"""The disk and the number on it of each file that was read."""


def is_folder(path: Path) -> bool:
    """Whether this is a folder; what may not be looked at is none."""
    return os.path.isdir(path)


def is_file(path: Path) -> bool:
    """Whether this is an ordinary file; what may not be looked at is none."""
    return os.path.isfile(path)


def is_there(path: Path) -> bool:
    """Whether there is something under this name, be it a link that leads nowhere; what may not be looked at is not."""
    return os.path.lexists(path)


def is_link(path: Path) -> bool:
    """Whether this is a link, be it one that leads nowhere; what may not be looked at is none."""
    return os.path.islink(path)


def linked(path: Path) -> Path:
    """The file that a link leads to; a path that is no link as it is, so that people see what they typed."""
    return real_path(path) if is_link(path) else path


def real_path(path: Path) -> Path:
    """Where a path leads in the end, links followed; the path itself where that cannot be said."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return path


def entries(folder: Path, pattern: str) -> list[Path]:
    """What in a folder has a name of this pattern, sorted; nothing where the folder may not be looked at."""
    try:
        return sorted(one for one in folder.iterdir() if fnmatchcase(one.name, pattern))
    except OSError:
        return []


def passed_over(name: str) -> bool:
    """Whether a name is one that systems and editors give to what they make beside our files, and that nobody means.

    Hidden files are among them, backups, and what Windows and macOS leave behind.
    """
    return _NOBODYS.fullmatch(name) is not None


def is_yaml(path: Path) -> bool:
    """Whether the name of a file ends as that of a file in YAML."""
    return path.suffix.casefold() in YAML


def yaml_file(path: Path) -> Path:
    """The file in YAML with this name, whichever way its name ends; the path itself where there is none."""
    return next((one for end in YAML if is_there(one := path.with_suffix(end))), path)


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


def read_start(path: Path, most: int = MAX_BYTES + 1) -> bytes | None:
    """A file up to so many bytes; nothing where it is something that may never end, such as a pipe.

    Raises:
        OSError: it cannot be read.
    """
    number = os.open(path, os.O_RDONLY | _AT_ONCE)
    with os.fdopen(number, "rb") as stream:
        return stream.read(most) if stat.S_ISREG(os.fstat(number).st_mode) else None


def read_bytes(path: Path) -> bytes | None:
    """The content of a file, as far as any file of ours goes; nothing where it is none, or may not be read."""
    try:
        return read_start(path, MAX_BYTES)
    except OSError:
        return None
