"""The command `mhscan`; says its version before anything else is imported."""

# Nothing is imported here that Python did not import already, until the path for that is set.

import gc
import sys


def main() -> int:
    """Run the command with the arguments of the process; gives the exit code."""
    if sys.argv[1:] == ["--version"] and _said_version():
        return 0
    from mhscan.programs import import_path

    sys.path[:] = import_path()
    # Nearly all that a command makes stays until its end. To look through it for rubbish, time and again and once more
    # at the end, takes a sixth of the time of a command and finds next to nothing.
    gc.set_threshold(100_000)
    from mhscan.cli.boundary import run

    code = run(sys.argv[1:])
    gc.freeze()
    return code


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
