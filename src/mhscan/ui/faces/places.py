"""How a file is named for a program that reads findings: from the folder in which mhscan runs, with slashes."""

from __future__ import annotations

from pathlib import Path

from mhscan.loading.paths import real_path


def relative(file: str) -> str:
    """The name of a file from this folder where it lies below it; else its whole name."""
    path, here = Path(file), real_path(Path())
    if path.is_absolute() and path.is_relative_to(here):
        path = path.relative_to(here)
    return path.as_posix()
