"""The command `mhscan`; says its version before anything else is imported."""

# Nothing is imported here that Python did not import already, until the path for that is set.

import contextlib
import gc
import os
import sys
from types import FrameType


def main() -> int:
    """Run the command with the arguments of the process; gives the exit code."""
    if sys.argv[1:] == ["--version"] and _said_version():
        return 0
    from mhscan.programs import import_path

    sys.path[:] = import_path()
    # Nearly all that a command makes stays until its end. To look through it for rubbish, time and again and once more
    # at the end, takes a sixth of the time of a command and finds next to nothing.
    gc.set_threshold(100_000)
    _open_missing()
    ended = _hear_endings()
    from mhscan.cli.boundary import run

    code = run(sys.argv[1:])
    gc.freeze()
    if ended:
        import signal

        # All is put away. Whoever sent the signal sees that it did what it does.
        signal.signal(ended[0], signal.SIG_DFL)
        os.kill(os.getpid(), ended[0])
    return code


def _open_missing() -> None:
    """Give each standard stream that was closed before the start a place, so that no file takes its number.

    Input is empty then, what is written to standard output fails as it would have, and talk goes nowhere.
    """
    ways = (("stdin", os.O_RDONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
    for number, (name, access, mode) in enumerate(ways):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                if os.open(os.devnull, access) == number:
                    setattr(sys, name, open(number, mode, encoding="utf-8"))  # noqa: PTH123, SIM115  it is no file


def _hear_endings() -> list[int]:
    """Let a closed window and a polite end do as Ctrl-C does; gives the list of those that came, empty for now."""
    import signal

    ended: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        for one in wanted:
            # A window that closes may well say so twice; what is being put away is put away.
            signal.signal(one, signal.SIG_IGN)
        ended.append(number)
        raise KeyboardInterrupt

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    wanted = [one for one in wanted if signal.getsignal(one) is signal.SIG_DFL]
    for one in wanted:
        signal.signal(one, end)
    return ended


def _said_version() -> bool:
    """Say the version; false if it cannot be written, which then gets its message and exit code like anything else."""
    from mhscan.__about__ import __version__

    try:
        sys.stdout.write(f"mhscan {__version__}\n")
        sys.stdout.flush()
    except (OSError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
