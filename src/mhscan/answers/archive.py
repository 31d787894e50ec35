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

from mhscan.answers.files import cannot_write, sync_folder
from mhscan.answers.model import Assessment
from mhscan.errors import InputError, OutputError
from mhscan.language import _
from mhscan.loading.files import list_files
from mhscan.loading.packs import read_folder
from mhscan.loading.paths import entries, is_file, is_folder, is_there, linked, passed_over, read_bytes, real_path
from mhscan.loading.shipped import FOLDERS, shipped_pack

ENDING = ".pack"
SUMS = "SHA256SUMS"
ASIDE = ".old"
_HEAD = re.compile(r"# mhscan pack ([0-9a-f]{64})$", re.MULTILINE)


def archive_of(path: Path) -> Path:
    """The folder in which the pack of a closed assessment is kept first of all; for a link, beside the real file."""
    real = linked(path)
    return real.with_name(f"{real.stem}{ENDING}")


def find_archive(path: Path, sha256: str) -> Path | None:
    """The kept pack of an assessment file: the one under its own name, else one beside it, with the right digest.

    One under its own name that does not say its digest any more is given too, if there is no other. What is found may
    have been changed since; whoever loads it compares the digest.
    """
    own = archive_of(path)
    there = [one for one in (own, *_beside(path)) if is_archive(one)]
    right = next((one for one in there if kept_digest(one) == sha256), None)
    return right or (own if own in there and not kept_digest(own) else None)


def _beside(path: Path) -> list[Path]:
    """What can be a kept pack in the folder of a file, also one that a closing which was broken off has put aside."""
    folders = dict.fromkeys((archive_of(path).parent, path.parent))
    return [one for folder in folders for end in ("", ASIDE) for one in entries(folder, f"*{ENDING}{end}")]


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


def keep_pack(folder: Path, path: Path, sha256: str) -> Path:
    """Keep the files of a pack for an assessment: all of them or none, and on the disk when this returns; gives where.

    A pack that is kept already is never replaced: the same one serves again, and beside another one this takes a name
    with its digest. The templates of the shipped pack belong to the program, which has newer ones when it shows more;
    those of another pack are kept.

    Raises:
        InputError: the pack on the disk is not the one with this digest any more, or what was kept of it was changed.
        OutputError: it cannot be written, or there is something else under every name.
    """
    archive = _place(path, sha256)
    temporary = archive.with_name(f".{linked(path).name}{ENDING}.tmp")
    try:
        if is_archive(archive):
            _must_be_whole(archive, sha256)
            return archive
        shutil.rmtree(temporary, ignore_errors=True)
        temporary.mkdir()
        names = _copy(folder, temporary)
        if read_folder(temporary).sha256 != sha256:
            message = _("The pack in {path} was changed in the meantime.").format(path=folder)
            raise InputError(message, _("Nothing was closed. Try again."))
        _write_sums(temporary, sha256, names)
        _sync(temporary)
        temporary.rename(archive)
        sync_folder(archive.parent)
    except OSError as error:
        raise cannot_write(archive, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return archive


def _place(path: Path, sha256: str) -> Path:
    """The folder to keep a pack in: the one that has this very pack, else the first name that is free."""
    own = archive_of(path)
    names = (own, *(own.with_name(f"{own.stem}-{part}{ENDING}") for part in (sha256[:8], sha256)))
    same = next((one for one in names if is_archive(one) and kept_digest(one) == sha256), None)
    free = same or next((one for one in names if not is_there(one)), None)
    if free is None:
        raise OutputError(_("{path} exists already.").format(path=own), _("Move it to another folder first."))
    return free


def _must_be_whole(archive: Path, sha256: str) -> None:
    """Refuse to rely on a kept pack in which something was changed that makes a difference."""
    if read_folder(archive).sha256 != sha256:
        message = _("The pack kept in {archive} was changed since: {files}.")
        raise InputError(
            message.format(archive=archive, files=", ".join(changed_files(archive))),
            _("Nothing was closed. Put the folder back from a backup, or move it to another folder, and try again."),
        )


def _copy(folder: Path, target: Path) -> list[str]:
    """Copy the data of a pack, and its templates if they are its own; gives the names of the files.

    Raises:
        OSError: something cannot be copied.
    """
    theirs = FOLDERS if real_path(folder) != real_path(shipped_pack()) else FOLDERS[:2]
    copied = []
    for name in theirs:
        files, problems = list_files(folder / name, "", deep=True, root=folder)
        if problems:
            raise InputError(_("The pack in {path} cannot be kept.").format(path=folder), "", tuple(problems))
        for path in files:
            inside = path.relative_to(folder)
            if is_file(path) and not any(map(passed_over, inside.parts)):
                # One by one: the first that cannot be copied is the one reason; a whole tree gives a list of them.
                (target / inside).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target / inside)
                copied.append(inside.as_posix())
    return copied


def _write_sums(archive: Path, sha256: str, names: list[str]) -> None:
    """Write the list of checksums of these files.

    Raises:
        OSError: it cannot be written.
    """
    lines = [f"# mhscan pack {sha256}", *(f"{_digest(archive / name)}  {name}" for name in sorted(names))]
    (archive / SUMS).write_bytes("".join(f"{line}\n" for line in lines).encode())


def _read_sums(archive: Path) -> str:
    return (read_bytes(archive / SUMS) or b"").decode(errors="replace")


def _names(archive: Path) -> list[str]:
    found = [one.relative_to(archive) for one in list_files(archive, deep=True)[0] if is_file(one)]
    return sorted(one.as_posix() for one in found if one != Path(SUMS))


def _sum(path: Path) -> str:
    """The checksum of a file; empty for what cannot be read."""
    try:
        return _digest(path)
    except OSError:
        return ""


def _digest(path: Path) -> str:
    """The checksum of a file, whose line ends count as those of Unix.

    Raises:
        OSError: it cannot be read.
    """
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _sync(folder: Path) -> None:
    """Make sure that a folder, with all in it, is on the disk.

    Raises:
        OSError: the disk says that something is wrong.
    """
    if sys.platform == "win32":  # pragma: no cover  tried on Linux only
        return
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("rb") as stream:
                os.fsync(stream.fileno())


def kept_folder(file: Path, assessment: Assessment) -> Path | None:
    """The folder of the pack that was kept for an assessment; nothing where there is none.

    For a draft it must be the very pack: what does not say its digest any more is passed over.
    """
    archive = find_archive(file, assessment.pack.sha256)
    if archive is None or (assessment.status == "draft" and kept_digest(archive) != assessment.pack.sha256):
        return None
    return archive


def refuse_other_pack(file: Path, assessment: Assessment, sha256: str) -> None:
    """Refuse to look at a closed assessment with another pack than its own, where nobody asked for another one.

    Raises:
        InputError: it is closed, and this digest is not the one of its pack.
    """
    if assessment.status != "final" or sha256 == assessment.pack.sha256:
        return
    own, made = archive_of(file), assessment.pack
    message = _("{path} is closed, and the pack it was closed with ({id} {version}) is not beside it.")
    if is_archive(own):
        message += " " + _("The pack in {archive} is another one.")
    hint = _("Put its pack back in {folder}, for example as {archive}; or name a pack to use with --pack FOLDER.")
    raise InputError(
        message.format(path=file, id=made.id, version=made.version, archive=own),
        hint.format(folder=own.parent, archive=own.name),
    )
