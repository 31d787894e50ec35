"""Writing a file so that it is either the old one or the new one, whatever happens."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import warnings
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from mhscan.errors import InputError, OutputError, Remark
from mhscan.language import N_, _, why
from mhscan.loading.paths import is_there, read_bytes, real_path

_BINARY = getattr(os, "O_BINARY", 0)
UNABLE = frozenset(
    getattr(errno, name) for name in ("EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EBADF") if hasattr(errno, name)
)
"""What a disk answers that does not know what it is asked."""


_WAYS_OUT = (
    ("ENOSPC EDQUOT", N_("Make room and try again.")),
    ("EACCES EPERM EROFS", N_("You may not write here. Choose another folder, or ask for permission.")),
    ("ENOENT", N_("The folder does not exist. Make it first, or choose another.")),
    ("EISDIR", N_("This is a folder. Name a file in it.")),
)
"""The names of errors of the system, with what to do about them."""


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file as a whole, and make sure it is on the disk before this returns.

    Owner, group and permissions stay those of the file that is replaced; a remark says so where the system does not
    allow that. What is no ordinary file, such as a pipe or a terminal, is never replaced: it is written to.

    Raises:
        OutputError: it cannot be written, and the file is as it was; or the disk did not confirm the new one.
    """
    with unwritable(path):
        before = about(path)
        if before is not None and not stat.S_ISREG(before.st_mode):
            _write_through(path, before, data)
            return
        refuse_second_name(path, before)
        target = real_path(path)
        temporary = target.with_name(f".{target.name}.tmp")
        try:
            _write(temporary, data, before)
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    try:
        sync_folder(target.parent)
    except OSError as error:
        message = _("{path} is written, but the disk does not confirm that it will stay: {why}.")
        raise OutputError(
            message.format(path=path, why=why(error)), _("Look at the disk, and keep a copy elsewhere.")
        ) from error


def write_again(path: Path, text: str) -> None:
    """Write a text where a file may stand already, with the line ends and the byte order mark that this one has.

    Raises:
        OutputError: as `write_atomic`.
    """
    before = read_bytes(path) or b""
    of_windows = b"\r\n" in before
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    write_atomic(path, mark + (text.replace("\n", "\r\n") if of_windows else text).encode())


@contextlib.contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Turn what the system refuses inside into the error of an output that cannot be written.

    Raises:
        OutputError: the system refused something.
    """
    try:
        yield
    except OSError as error:
        raise cannot_write(path, error) from error


def backup(path: Path, version: str) -> Path:
    """A copy of a file beside it, as it was in a version of the pack: under a free name, or one that holds the same.

    Raises:
        InputError: the file cannot be read.
        OutputError: the copy cannot be written.
    """
    data = read_bytes(path)
    if data is None:
        raise InputError(_("{path} cannot be read.").format(path=path), _("Nothing was changed."))
    stem = ".".join(part for part in (path.name, version) if part)
    names = (path.with_name(f"{stem}{n}.bak") for n in ("", *(f"-{n}" for n in range(2, 10_000))))
    copy = next(one for one in names if not is_there(one) or read_bytes(one) == data)
    write_atomic(copy, data)
    return copy


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The error of an output that cannot be written, with what to do about it."""
    name = errno.errorcode.get(error.errno or 0, "")
    hint = next((hint for names, hint in _WAYS_OUT if name in names.split()), N_("Choose another place and try again."))
    return OutputError(_("{path} cannot be written: {why}.").format(path=path, why=why(error)), _(hint))


def about(path: Path) -> os.stat_result | None:
    """What the system says of a file, links followed; nothing where there is none.

    Raises:
        OSError: the system does not say.
    """
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, if they are not there yet.

    Raises:
        OutputError: it cannot be made.
    """
    with unwritable(folder):
        folder.mkdir(parents=True, exist_ok=True)


def refuse_second_name(path: Path, before: os.stat_result | None) -> None:
    """Refuse to replace a file that has a second name: the other name would go on showing the old content.

    Raises:
        OutputError: it has one.
    """
    if before is not None and stat.S_ISREG(before.st_mode) and before.st_nlink > 1:
        message = _("{path} is not replaced: the same file has another name too (a hard link).")
        hint = _("Copy it to a new file and work in that; the other name would keep the old content.")
        raise OutputError(message.format(path=path), hint)


def is_read_only(path: Path) -> bool:
    """Whether this is a file that somebody protected against changes, or that you may not change."""
    with contextlib.suppress(OSError):
        before = about(path)
        # Whoever may do anything, as root may, still sees that nobody should.
        return before is not None and (before.st_mode & 0o222 == 0 or not os.access(path, os.W_OK))
    return False


def protect(path: Path) -> str:
    """Protect a file against changes; gives why that could not be done, or an empty text."""
    try:
        path.chmod(0o444)
    except OSError as error:
        return why(error)
    return ""


def write_open(path: Path, number: int, data: bytes) -> None:
    """Write to a stream that is open already, behind what was written to it before; `path` is what it is called.

    Raises:
        OutputError: it cannot be written.
    """
    with unwritable(path), os.fdopen(os.dup(number), "wb") as stream:
        stream.write(data)


def _write_through(path: Path, before: os.stat_result, data: bytes) -> None:
    """Write to a pipe or a device as it is; a folder, a disk or a socket is refused."""
    if stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not (stat.S_ISCHR(before.st_mode) or stat.S_ISFIFO(before.st_mode)):
        message = _("{path} is a disk or a connection, and no file.").format(path=path)
        raise OutputError(message, _("Choose another name."))
    # Without waiting: a pipe that nobody reads is an error, and not the end of all work.
    number = os.open(path, os.O_WRONLY | _BINARY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))
    os.set_blocking(number, True)
    with os.fdopen(number, "wb") as stream:
        stream.write(data)


def _write(path: Path, data: bytes, before: os.stat_result | None) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    mode = 0o666 if before is None else before.st_mode & 0o777
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, mode), "wb") as stream:
        stream.write(data)
        stream.flush()
        if before is not None:
            _take_over(stream.fileno(), path, before)
        os.fsync(stream.fileno())


def _take_over(number: int, path: Path, before: os.stat_result) -> None:
    """Give a new file the owner, group and permissions of the one that it replaces, as far as the system allows."""
    if sys.platform == "win32":  # pragma: no cover  tried on Linux only
        return
    now = os.fstat(number)
    for owner, group in ((before.st_uid, -1), (-1, before.st_gid)):
        if owner not in (-1, now.st_uid) or group not in (-1, now.st_gid):
            with contextlib.suppress(OSError):
                os.fchown(number, owner, group)
    # After the owner: a change of owner takes some permissions away. And a new file has lost those of the umask.
    with contextlib.suppress(OSError):
        os.fchmod(number, stat.S_IMODE(before.st_mode))
    now = os.fstat(number)
    if (now.st_uid, now.st_gid, now.st_mode) != (before.st_uid, before.st_gid, before.st_mode):
        name = path.name.removeprefix(".").removesuffix(".tmp")
        message = _("The owner, group or permissions of {path} could not be kept: the system does not allow it.")
        warnings.warn(Remark(message.format(path=path.with_name(name))), stacklevel=2)


def sync_folder(folder: Path) -> None:
    """Make sure that what stands in a folder is on the disk, by name; some disks cannot do more than they did.

    Raises:
        OSError: the disk says that something is wrong.
    """
    if sys.platform == "win32":  # pragma: no cover  Windows cannot open a folder
        return
    try:
        number = os.open(folder, os.O_RDONLY)
    except PermissionError:
        # A folder that may be written but not read: there is no way to ask.
        return
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in UNABLE:
            raise
    finally:
        with contextlib.suppress(OSError):
            os.close(number)
