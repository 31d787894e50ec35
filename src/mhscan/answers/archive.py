"""The pack that is kept with a closed assessment, so that it can be scored for ever: `scan.pack` beside `scan.yaml`.

It is a folder with the files of the pack as they were, and `SHA256SUMS`: a line for the digest of the pack, and the
checksum of each file. `sha256sum --check` reads it too.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from pathlib import Path

from mhscan.answers.files import cannot_write
from mhscan.answers.model import Assessment
from mhscan.errors import InputError, OutputError
from mhscan.language import _
from mhscan.loading.files import is_folder, read_text
from mhscan.loading.packs import read_folder
from mhscan.loading.shipped import FOLDERS, shipped_pack

ENDING = ".pack"
SUMS = "SHA256SUMS"
_HEAD = re.compile(r"# mhscan pack ([0-9a-f]{64})$", re.MULTILINE)


def archive_of(path: Path) -> Path:
    """The folder in which the pack of a closed assessment is kept."""
    return path.parent / f"{path.stem}{ENDING}"


def find_archive(path: Path, sha256: str) -> Path | None:
    """The kept pack of an assessment file: the one of its own name, else one beside it with the right digest.

    What is found may have been changed since; whoever loads it compares the digest.
    """
    own = archive_of(path)
    if is_archive(own):
        return own
    try:
        beside = sorted(path.parent.glob(f"*{ENDING}"))
    except OSError:
        return None
    return next((one for one in beside if is_archive(one) and kept_digest(one) == sha256), None)


def is_archive(folder: Path) -> bool:
    """Whether a pack is kept in this folder."""
    return is_folder(folder / FOLDERS[0])


def kept_digest(archive: Path) -> str:
    """The digest of the pack as it was when it was kept; empty where it does not say."""
    head = _HEAD.search(_read_sums(archive))
    return head[1] if head else ""


def changed_files(archive: Path) -> list[str]:
    """The files of a kept pack that were changed, added or taken away since, sorted; line ends do not count."""
    listed = re.findall(r"^([0-9a-f]{64}) [ *](.+)$", _read_sums(archive), re.MULTILINE)
    before = {name: digest for digest, name in listed}
    now = {name: _sum(archive / name) for name in _names(archive)}
    return sorted(name for name in {*before, *now} if before.get(name) != now.get(name))


def keep_pack(folder: Path, archive: Path, sha256: str) -> None:
    """Keep the files of a pack: all of them or none, and on the disk when this returns.

    The templates of the shipped pack belong to the program, which has newer ones when it shows more; those of another
    pack are kept.

    Raises:
        InputError: the pack on the disk is not the one with this digest any more.
        OutputError: it cannot be written, or there is something else under the name.
    """
    temporary = archive.with_name(f".{archive.name}.tmp")
    try:
        if archive.exists() and not is_archive(archive):
            raise OutputError(_("{path} exists already.").format(path=archive), _("Choose another name."))
        shutil.rmtree(temporary, ignore_errors=True)
        _copy(folder, temporary)
        if read_folder(temporary).sha256 != sha256:
            message = _("The pack in {path} was changed in the meantime.").format(path=folder)
            raise InputError(message, _("Nothing was closed. Try again."))
        _write_sums(temporary, sha256)
        _sync(temporary)
        _swap(temporary, archive)
    except OSError as error:
        raise cannot_write(archive, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _copy(folder: Path, target: Path) -> None:
    theirs = FOLDERS if folder.resolve() != shipped_pack().resolve() else FOLDERS[:2]
    for name in theirs:
        for path in sorted((folder / name).rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside.parts):
                # One by one: the first that cannot be copied is the one reason; a whole tree gives a list of them.
                (target / inside).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target / inside)


def _swap(temporary: Path, archive: Path) -> None:
    """Put a new folder in the place of an old one; a kill leaves the old, the new, or none, never half of one."""
    before = archive.with_name(f".{archive.name}.old")
    shutil.rmtree(before, ignore_errors=True)
    if archive.exists():
        archive.rename(before)
    temporary.rename(archive)
    shutil.rmtree(before, ignore_errors=True)


def _write_sums(archive: Path, sha256: str) -> None:
    lines = [f"# mhscan pack {sha256}", *(f"{_sum(archive / name)}  {name}" for name in _names(archive))]
    (archive / SUMS).write_bytes("".join(f"{line}\n" for line in lines).encode())


def _read_sums(archive: Path) -> str:
    return read_text(archive / SUMS, SUMS)[0] or ""


def _names(archive: Path) -> list[str]:
    found = [one.relative_to(archive).as_posix() for one in archive.rglob("*") if one.is_file()]
    return sorted(one for one in found if one != SUMS)


def _sum(path: Path) -> str:
    """The checksum of a file with `\\n` as line end; empty for what cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError:
        return ""


def _sync(folder: Path) -> None:
    """Make sure that a folder, with all in it, is on the disk."""
    if sys.platform == "win32":  # pragma: no cover  tried on Linux only
        return
    for path in (*folder.rglob("*"), folder):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def kept_folder(file: Path, assessment: Assessment) -> Path | None:
    """The folder of the pack that was kept for an assessment; nothing where there is none.

    A draft can have one of another version under its name, left by a closing that was broken off: that is passed over.
    """
    archive = find_archive(file, assessment.pack.sha256)
    if archive is None or (assessment.status == "draft" and kept_digest(archive) != assessment.pack.sha256):
        return None
    return archive
