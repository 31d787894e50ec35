"""What lies under a name, where looking cannot fail: a name may be too long, a folder closed, a link a loop."""

from __future__ import annotations

from pathlib import Path


def is_file(path: Path) -> bool:
    """Whether this is an ordinary file; what may not be looked at is none."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether there is something under this name; what may not be looked at, or cannot be a name, is not."""
    try:
        return path.exists()
    except OSError:
        return False


def real_path(path: Path) -> Path:
    """Where a path leads in the end; the path itself where that cannot be found out: a loop, or no current folder."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path
