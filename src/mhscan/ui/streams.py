"""Where words go: data to standard output, talk to standard error; and whether a person sits behind them."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from typing import TextIO

from mhscan.text import neutral

PLAIN = "MHSCAN_PLAIN"


def is_plain() -> bool:
    """Whether somebody asked for plain lines: no boxes, no redrawing, no colour."""
    return os.environ.get(PLAIN, "") not in ("", "0")


def has_colour(stream: TextIO) -> bool:
    """Whether a stream may have colour and bold: a terminal that can, and nobody who asked for none."""
    if is_plain() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def at_keyboard() -> bool:
    """Whether a person types the input."""
    return sys.stdin is not None and sys.stdin.isatty()


def width() -> int:
    """The number of columns to write in: those of the terminal, at most 88."""
    return max(20, min(shutil.get_terminal_size((80, 24)).columns, 88))


def out(text: str) -> None:
    """Write data to standard output, as it is."""
    sys.stdout.write(text)
    sys.stdout.flush()


def talk(text: str = "") -> None:
    """Write a line for people to standard error."""
    with contextlib.suppress(BrokenPipeError):
        sys.stderr.write(neutral(text) + "\n")
        sys.stderr.flush()


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says, and never fail on a character that cannot be shown."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
