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
class InputFiles:
    """The files to look at, each once, in a fixed order; and what was found besides, which can be no assessment."""

    files: tuple[Path, ...]
    passed: tuple[Path, ...]


def is_pattern(path: Path) -> bool:
    """Whether a name stands for several files: it has a wildcard, and no file is called so."""
    return glob.has_magic(str(path)) and not is_there(path)


def find_files(named: Iterable[Path]) -> InputFiles:
    """The files that names, folders and patterns stand for.

    A shell may have replaced a pattern by the names of files already; where it did not, it is done here. A file that
    is named is looked at whatever its name ends in; what a pattern or a folder gives has to end as YAML does.

    Raises:
        InputError: a pattern or a folder gives nothing, or a folder cannot be read.
    """
    files: dict[Path, Path] = {}
    passed: dict[Path, Path] = {}
    for name in named:
        for path in _meant(name):
            fits = (name == path or is_yaml(path)) and not is_folder(path)
            (files if fits else passed).setdefault(real_path(path), path)
    return InputFiles(_sorted(files.values()), _sorted(path for key, path in passed.items() if key not in files))


def _sorted(paths: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(sorted(paths, key=lambda path: str(path).casefold()))


def _meant(name: Path) -> list[Path]:
    """The files that a name stands for."""
    if not _is_several(name):
        return [name]
    paths = [path for path in _listed(name) if not (is_folder(name) and is_folder(path))]
    if not paths:
        raise InputError(_("{path} stands for no file.").format(path=name), _("Check the name and the folder."))
    return paths


def _is_several(name: Path) -> bool:
    return is_folder(name) or is_pattern(name)


def _listed(name: Path) -> list[Path]:
    if not is_folder(name):
        return matching(name)
    paths, unread = list_files(name)
    if unread:
        raise InputError(unread[0].message, unread[0].hint, tuple(unread))
    return paths


def matching(pattern: Path) -> list[Path]:
    """What a pattern stands for, in order, without what nobody means; nothing where nothing has such a name."""
    names = glob.glob(str(pattern), recursive=True)  # noqa: PTH207  a pattern may begin at the root of a disk
    return sorted(path for path in map(Path, names) if not passed_over(path.name))


def assessment_files(named: Iterable[Path]) -> list[Path]:
    """The assessments that names, folders and patterns stand for; what is named itself may be anything.

    Where a folder or pattern is among them, each is given once; else as often as it is named.

    Raises:
        InputError: a pattern or a folder gives nothing, or a folder cannot be read.
    """
    names = list(named)
    files = [path for name in names for path in _meant(name) if path == name or is_assessment(path)]
    return list({real_path(path): path for path in files}.values()) if any(map(_is_several, names)) else files


def is_assessment(path: Path) -> bool:
    """Whether a file in YAML says at its start that it is an assessment; what cannot be read does not."""
    return is_yaml(path) and says_kind(path) == KIND


def one_file(named: Path) -> Path:
    """The one file that is meant where a command takes one; what stands for nothing is given as it is.

    Raises:
        UsageError: a pattern or a folder stands for more than one.
    """
    if not _is_several(named):
        return named
    files = list(filter(is_assessment, _listed(named)))
    if len(files) > 1:
        message = _("{path} stands for {n} files, and this takes one.").format(path=named, n=len(files))
        names = ", ".join(map(str, files[:FEW]))
        raise UsageError(message, _("Name one of them: {names}.").format(names=names))
    return files[0] if files else named
