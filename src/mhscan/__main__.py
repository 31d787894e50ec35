"""The command `mhscan`; says its version before anything else is imported."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command with the arguments of the process; gives the exit code."""
    if sys.argv[1:] == ["--version"]:
        from mhscan.__about__ import __version__

        sys.stdout.write(f"mhscan {__version__}\n")
        return 0
    # Nearly all that a command makes stays until its end. To look through it for rubbish, time and again and once more
    # at the end, takes a sixth of the time of a command and finds next to nothing.
    gc.set_threshold(100_000)
    from mhscan.cli.boundary import run

    code = run(sys.argv[1:])
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(main())
