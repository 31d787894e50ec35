"""One writer at a time: the right to write a file, which waits its turn for a moment."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mhscan.answers.files import UNABLE, about, cannot_write, is_read_only, refuse_second_name, unwritable
from mhscan.errors import InputError, OutputError
from mhscan.language import _
from mhscan.loading.paths import is_there, real_path

if sys.platform == "win32":  # pragma: no cover  tried on Linux only
    import msvcrt
else:
    import fcntl

PAUSES = (0.01, 0.02, 0.05, *(0.1,) * 28)
"""Seconds to wait for a turn, one after another: three in all, and again from the start when another has its turn."""
MOST = 600
"""More turns than this nobody waits for."""
pause: Callable[[float], None] = time.sleep
_WITHOUT_LOCKS = UNABLE | {errno.ENOLCK}
"""What a disk answers that knows no locks."""

Release = Callable[[], None]


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the one right to write a file; a hidden file beside it carries the lock, and goes when it is released.

    Raises:
        InputError: somebody else is working in the file.
        OutputError: the file is protected, has a second name, or no file can be made in the folder.
    """
    with unwritable(path):
        refuse_second_name(path, about(path))
    if is_read_only(path):
        message = _("{path} is protected against changes, or you may not change it.").format(path=path)
        raise OutputError(message, _("Take the protection away first, or work in a copy."))
    target = real_path(path)
    release = _acquire(path, target.with_name(f".{target.name}.lock"))
    try:
        yield
    finally:
        release()


def _acquire(path: Path, lock: Path) -> Release:
    release = _take(path, lock)
    turns = _turns(lock)
    while release is None:
        if next(turns, None) is None:
            raise _busy(path, lock)
        release = _take(path, lock)
    return release


def _turns(lock: Path) -> Iterator[bool]:
    """Wait a while before each next try; begin anew when another writer got the lock, since then it moves on."""
    left, before = list(PAUSES), _stamp(lock)
    for _turn in range(MOST):
        if not left:
            return
        pause(left.pop(0))
        if _stamp(lock) != before:
            left, before = list(PAUSES), _stamp(lock)
        yield True


def _stamp(lock: Path) -> tuple[int, int] | None:
    with contextlib.suppress(OSError):
        now = lock.stat()
        return now.st_ino, now.st_mtime_ns
    return None


def _take(path: Path, lock: Path) -> Release | None:
    """The way to release the lock, if it could be had; nothing while another has it."""
    number = _open(path, lock)
    try:
        _lock(number)
        # The one before us may have removed the file between our opening and locking it.
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(lock.stat(), os.fstat(number)):
                return lambda: _release(lock, number)
    except (BlockingIOError, PermissionError):
        pass
    except OSError as error:
        _release(lock, number)
        if error.errno in _WITHOUT_LOCKS:
            return _take_by_name(path, _held(lock))
        raise cannot_write(path, error) from error
    with contextlib.suppress(OSError):
        os.close(number)
    return None


def _release(lock: Path, number: int) -> None:
    with contextlib.suppress(OSError):
        lock.unlink()
    with contextlib.suppress(OSError):
        os.close(number)


def _open(path: Path, lock: Path) -> int:
    """Open the file of a lock; one of somebody else, who may be gone, will do as far as it may be opened."""
    try:
        number = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        with contextlib.suppress(OSError, AttributeError):
            # Whoever else may write here can then take it over if we are killed.
            os.fchmod(number, 0o666)
        return number
    except OSError as error:
        refused = error
    for access in (os.O_RDWR, os.O_RDONLY):
        with contextlib.suppress(OSError):
            number = os.open(lock, access | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
            if stat.S_ISREG(os.fstat(number).st_mode):
                return number
            os.close(number)
    if not is_there(lock):
        raise cannot_write(path, refused) from refused
    message = _("{path} cannot be written: the hidden file {lock} of {owner} is in the way.")
    hint = _("Does nobody work in {path}? Then remove {lock}, or have {owner} do so.")
    owner = _owner(lock)
    raise OutputError(
        message.format(path=path, lock=lock, owner=owner),
        hint.format(path=path, lock=lock, owner=owner),
    ) from refused


def _lock(number: int) -> None:
    """Lock an open file; raises BlockingIOError or PermissionError while another has the lock."""
    if sys.platform == "win32":  # pragma: no cover  tried on Linux only
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _busy(path: Path, lock: Path) -> InputError:
    """The error of a file that another works in, with who that is as far as it is known."""
    held = _held(lock)
    message = _("{path} is open in another window or on another computer.").format(path=path)
    hint = _("Stop there first. Every answer given there is saved.")
    whose = _owner(held if is_there(held) else lock)
    if whose:
        message += " " + _("It is in use by {owner}.").format(owner=whose)
    if is_there(held):
        hint += " " + _("Is that not so? Then remove the hidden file {lock}.").format(lock=held)
    return InputError(message, hint)


def _owner(file: Path) -> str:
    """Who a file belongs to, by name where the system knows it; empty where it cannot be said."""
    with contextlib.suppress(OSError, NotImplementedError):
        try:
            return file.owner()
        except KeyError:
            return str(file.stat().st_uid)
    return ""


# A disk without locks ------------------------------------------------------------------------------------------------


def _held(lock: Path) -> Path:
    return lock.with_suffix(".held")


def _take_by_name(path: Path, held: Path) -> Release | None:
    """The same where the disk knows no locks: whoever makes the file has the right; it says which process that is."""
    computer = "" if sys.platform == "win32" else os.uname().nodename
    try:
        number = os.open(held, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
    except FileExistsError:
        if _is_left_behind(held, computer):
            with contextlib.suppress(OSError):
                held.unlink()
        return None
    except OSError as error:
        raise cannot_write(path, error) from error
    with contextlib.suppress(OSError):
        os.write(number, f"{os.getpid()} {computer}\n".encode())
    return lambda: _release(held, number)


def _is_left_behind(held: Path, computer: str) -> bool:
    """Whether the process that made the file ran on this computer and is gone."""
    with contextlib.suppress(OSError, ValueError):
        process, _space, where = held.read_text(encoding="utf-8").strip().partition(" ")
        if where != computer:
            return False
        try:
            os.kill(int(process), 0)
        except ProcessLookupError:
            return True
    return False
