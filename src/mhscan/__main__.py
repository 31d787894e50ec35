"""The command `mhscan`; says its version before anything else is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command with the arguments of the process; gives the exit code."""
    if sys.argv[1:] == ["--version"]:
        from mhscan.__about__ import __version__

        sys.stdout.write(f"mhscan {__version__}\n")
        return 0
    from mhscan.cli.boundary import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
