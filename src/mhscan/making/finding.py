"""Which files are meant by names, folders and patterns such as `scans/*.yaml`."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import is_folder, list_files
from mhscan.loading.paths import is_there, real_path

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True)
class Found:
    """The files to look at, each once, in a fixed order; and what was found besides, which can be no assessment."""

    files: tuple[Path, ...]
    passed: tuple[Path, ...]


def is_pattern(path: Path) -> bool:
    """Whether a name stands for several files: it has a wildcard, and no file is called so."""
    return glob.has_magic(str(path)) and not is_there(path)


def find_files(named: Iterable[Path]) -> Found:
    """The files that names, folders and patterns stand for.

    A shell may have replaced a pattern by the names of files already; where it did not, it is done here. A file that
    is named is looked at whatever its name ends in; what a pattern or a folder gives has to end as YAML does.

    Raises:
        InputError: a pattern or a folder gives nothing, or a folder cannot be read.
    """
    files: dict[Path, Path] = {}
    passed: dict[Path, Path] = {}
    for one in named:
        for path in _given(one):
            fits = one == path or path.suffix.casefold() in ENDINGS
            into = files if fits and not is_folder(path) else passed
            into.setdefault(real_path(path), path)
    return Found(_sorted(files), _sorted({key: path for key, path in passed.items() if key not in files}))


def _sorted(found: dict[Path, Path]) -> tuple[Path, ...]:
    return tuple(sorted(found.values(), key=lambda path: str(path).casefold()))


def _given(named: Path) -> list[Path]:
    if is_folder(named):
        paths, unread = list_files(named, "")
        if unread:
            raise InputError(unread[0].message, unread[0].hint, tuple(unread))
        paths = [path for path in paths if not path.name.startswith(".") and not is_folder(path)]
        return _something(named, paths)
    if is_pattern(named):
        found = glob.glob(str(named), recursive=True)  # noqa: PTH207  a pattern may begin at the root of a disk
        return _something(named, [Path(one) for one in found])
    return [named]


def _something(named: Path, paths: list[Path]) -> list[Path]:
    if not paths:
        raise InputError(_("{path} stands for no file.").format(path=named), _("Check the name and the folder."))
    return paths
