"""Writing a file so that it is either the old one or the new one, whatever happens; and one writer at a time."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mhscan.errors import InputError, OutputError
from mhscan.language import _, why
from mhscan.loading.paths import real_path

if sys.platform == "win32":  # pragma: no cover  tried on Linux only
    import msvcrt
else:
    import fcntl


def write_atomic(path: Path, data: bytes) -> None:
    """Replace a file as a whole, and make sure it is on the disk before this returns.

    Raises:
        OutputError: it cannot be written, and the file is as it was; or the disk did not confirm the new one.
    """
    target = real_path(path)
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        try:
            _write(temporary, data, _mode(target))
            temporary.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> OutputError:
    """The error of an output that cannot be written, with what to do about it."""
    hints = {
        errno.ENOSPC: _("Make room and try again."),
        errno.EDQUOT: _("Make room and try again."),
        errno.EACCES: _("You may not write here. Choose another folder, or ask for permission."),
        errno.EPERM: _("You may not write here. Choose another folder, or ask for permission."),
        errno.EROFS: _("You may not write here. Choose another folder, or ask for permission."),
        errno.ENOENT: _("The folder does not exist. Make it first, or choose another."),
        errno.EISDIR: _("This is a folder. Name a file in it."),
    }
    hint = hints.get(error.errno or 0, _("Choose another place and try again."))
    return OutputError(_("{path} cannot be written: {why}.").format(path=path, why=why(error)), hint)


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced; those of a new file else."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        return 0o666


def _write(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, flags, mode)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":  # pragma: no cover  Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the one right to write a file; a hidden file beside it carries the lock, and goes when it is released.

    Raises:
        InputError: somebody else is working in the file.
        OutputError: no file can be made in the folder.
    """
    target = real_path(path)
    lock = target.with_name(f".{target.name}.lock")
    descriptor = _acquire(path, lock)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(descriptor)


def _acquire(path: Path, lock: Path) -> int:
    while True:
        try:
            descriptor = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise cannot_write(path, error) from error
        if not _try_lock(descriptor):
            os.close(descriptor)
            message = _("{path} is open in another window or on another computer.").format(path=path)
            raise InputError(message, _("Stop there first. Every answer given there is saved."))
        with contextlib.suppress(OSError):
            # The one before us may have removed the file between our opening and locking it.
            if lock.stat().st_ino == os.fstat(descriptor).st_ino:
                return descriptor
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":  # pragma: no cover  tried on Linux only
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
