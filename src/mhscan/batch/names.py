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
    it, then the folder above that; at last a number. Only folders below the one that all files lie in are named: where
    that one lies is nobody's business, and plays no part. Neither does which file is named first.
    """
    ordered = sorted(dict.fromkeys(files), key=lambda path: str(path.absolute()))
    folders = _folders(ordered)
    depths = dict.fromkeys(ordered, 0)
    while True:
        names = {path: _name(path, folders[path][:depth], label) for path, depth in depths.items()}
        counts = Counter([*(name.casefold() for name in names.values()), INDEX])
        clashing = [path for path in ordered if counts[names[path].casefold()] > 1 and folders[path][depths[path] :]]
        if not clashing:
            return _numbered(names)
        for path in clashing:
            depths[path] += 1


def _folders(files: Sequence[Path]) -> dict[Path, tuple[str, ...]]:
    """For each file the names of its folders below the one that all lie in, the nearest first."""
    above = {path: path.absolute().parent.parts for path in files}
    shared = 0
    for level in zip(*above.values(), strict=False):
        if len(set(level)) > 1:
            break
        shared += 1
    return {path: parts[shared:][::-1] for path, parts in above.items()}


def _name(path: Path, folders: Sequence[str], label: str) -> str:
    # A file whose name begins with a dot is hidden; what is made of it is not.
    stem = path.stem.lstrip(".") or "scan"
    return "-".join([*reversed(folders), stem, *([label] if label else [])])


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
