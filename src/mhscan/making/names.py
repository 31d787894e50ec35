"""What the files are called that many assessments are made into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

INDEX = "index"
"""The name of the page that lists the others; no document gets it."""


def output_names(files: Sequence[Path], label: str = "") -> dict[Path, str]:
    """A name for the output of each file, without its end: that of the file itself, with a label behind it.

    Where two would be the same, also on a disk that does not tell capitals from small letters, the folder comes before
    it, then the folder above that; at last a number. Which file is named first plays no part.
    """
    ordered = sorted(dict.fromkeys(files), key=lambda path: str(path.absolute()))
    depths = dict.fromkeys(ordered, 0)
    while clashing := _clashing(depths, label):
        for path in clashing:
            depths[path] += 1
    return _numbered({path: _name(path, depth, label) for path, depth in depths.items()})


def _clashing(depths: dict[Path, int], label: str) -> list[Path]:
    """The files whose name is that of another, or of the index, and which have a folder left to put before it."""
    names = {path: _name(path, depth, label).casefold() for path, depth in depths.items()}
    counts = Counter([*names.values(), INDEX])
    return [path for path, name in names.items() if counts[name] > 1 and depths[path] < len(_folders(path))]


def _folders(path: Path) -> tuple[str, ...]:
    """The names of the folders of a file, the nearest first."""
    return tuple(part for part in path.absolute().parent.parts[:0:-1])


def _name(path: Path, depth: int, label: str) -> str:
    return "-".join([*reversed(_folders(path)[:depth]), path.stem, *([label] if label else [])])


def _numbered(names: dict[Path, str]) -> dict[Path, str]:
    """The names, with a number behind the second and further of those that are still the same."""
    taken: set[str] = {INDEX}
    found = {}
    for path, name in names.items():
        number, free = 1, name
        while free.casefold() in taken:
            number += 1
            free = f"{name}-{number}"
        taken.add(free.casefold())
        found[path] = free
    return found
