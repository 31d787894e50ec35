"""A folder to a pack that can be trusted: read, and passed by every check of this room."""

from __future__ import annotations

from pathlib import Path

from mhscan.loading.packs import Folder, build, read_folder
from mhscan.loading.prepared import prepared_pack
from mhscan.pack.pack import Pack


def checked_folder(path: Path) -> Folder:
    """A pack on disk with all that its files, and they together, have wrong; not its templates and style."""
    folder = read_folder(path)
    _check(folder)
    return folder


def checked_pack(path: Path) -> Pack:
    """The pack in a folder, from its files and whatever is known of them.

    Raises:
        InputError: something is wrong in it; the error carries all problems.
    """
    return build(checked_folder(path))


def load_pack(path: Path, checked: str = "") -> Pack:
    """The pack in a folder.

    A pack with the digest `checked` was checked before and is not checked again: an assessment names the digest of the
    pack that it was made with, and that was checked then. The shipped pack was checked when it was prepared.

    Raises:
        InputError: something is wrong in it; the error carries all problems.
    """
    prepared = prepared_pack(path)
    if prepared is not None:
        return prepared
    folder = read_folder(path)
    if folder.problems or folder.sha256 != checked:
        _check(folder)
    return build(folder)


def _check(folder: Folder) -> None:
    from mhscan.integrity.registry import run_checks  # noqa: PLC0415  often not needed, and felt at every start

    folder.problems += run_checks(folder)
