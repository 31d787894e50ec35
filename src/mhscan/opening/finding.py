"""Which files are meant by names, folders and patterns such as `scans/*.yaml`."""

from __future__ import annotations

import glob
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mhscan.errors import InputError, UsageError
from mhscan.language import _
from mhscan.loading.files import list_files
from mhscan.loading.kinds import says_kind
from mhscan.loading.paths import is_folder, is_there, is_yaml, passed_over, real_path

FEW = 5
"""So many files are named to choose from."""
KIND = "mhscan/assessment"


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
            fits = one == path or is_yaml(path)
            into = files if fits and not is_folder(path) else passed
            into.setdefault(real_path(path), path)
    return Found(_sorted(files), _sorted({key: path for key, path in passed.items() if key not in files}))


def _sorted(found: dict[Path, Path]) -> tuple[Path, ...]:
    return tuple(sorted(found.values(), key=lambda path: str(path).casefold()))


def _given(named: Path) -> list[Path]:
    if is_folder(named):
        return _something(named, [path for path in _listed(named) if not is_folder(path)])
    return _something(named, matching(named)) if is_pattern(named) else [named]


def _listed(named: Path) -> list[Path]:
    """What is in a folder, or has a name of a pattern."""
    if not is_folder(named):
        return matching(named)
    paths, unread = list_files(named)
    if unread:
        raise InputError(unread[0].message, unread[0].hint, tuple(unread))
    return paths


def matching(pattern: Path) -> list[Path]:
    """What a pattern stands for, in order, without what nobody means; nothing where nothing has such a name."""
    found = glob.glob(str(pattern), recursive=True)  # noqa: PTH207  a pattern may begin at the root of a disk
    return sorted(Path(one) for one in found if not passed_over(Path(one).name))


def assessment_files(named: Iterable[Path]) -> list[Path]:
    """The assessments that names, folders and patterns stand for; what is named itself may be anything.

    Where a folder or pattern is among them, each is given once; else as often as it is named.

    Raises:
        InputError: a pattern or a folder gives nothing, or a folder cannot be read.
    """
    given = list(named)
    files = [path for one in given for path in _given(one) if path == one or is_assessment(path)]
    by_name = not any(is_folder(one) or is_pattern(one) for one in given)
    return files if by_name else list({real_path(path): path for path in files}.values())


def is_assessment(path: Path) -> bool:
    """Whether a file in YAML says at its start that it is an assessment; what cannot be read does not."""
    return is_yaml(path) and says_kind(path) == KIND


def one_file(named: Path) -> Path:
    """The one file that is meant where a command takes one; what stands for nothing is given as it is.

    Raises:
        UsageError: a pattern or a folder stands for more than one.
    """
    if not (is_folder(named) or is_pattern(named)):
        return named
    files = [one for one in _listed(named) if is_assessment(one)]
    if len(files) > 1:
        message = _("{path} stands for {n} files, and this takes one.").format(path=named, n=len(files))
        names = ", ".join(map(str, files[:FEW]))
        raise UsageError(message, _("Name one of them: {names}.").format(names=names))
    return files[0] if files else named


def _something(named: Path, paths: list[Path]) -> list[Path]:
    if not paths:
        raise InputError(_("{path} stands for no file.").format(path=named), _("Check the name and the folder."))
    return paths
