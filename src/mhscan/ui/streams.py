"""Where words go: data to standard output, talk to standard error; and whether a person sits behind them."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO
from weakref import WeakKeyDictionary

from mhscan.answers.files import cannot_write
from mhscan.language import _
from mhscan.text import neutral, shown, sifted

PLAIN = "MHSCAN_PLAIN"
_COMMAND = re.compile(r"(.*:) +(mhscan [a-z][^:]*)")
"""A sentence that ends in a command."""
_lines_read: WeakKeyDictionary[TextIO, int] = WeakKeyDictionary()


def is_plain() -> bool:
    """Whether somebody asked for plain lines: no boxes, no redrawing, no colour."""
    return os.environ.get(PLAIN, "") not in ("", "0")


def has_colour(stream: TextIO | None) -> bool:
    """Whether a stream may have colour and bold: a terminal that can, and nobody who asked for none."""
    if is_plain() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream is not None and stream.isatty()


def has_codes() -> bool:
    """Whether the terminal may get codes that nobody sees: those that make it mark what is pasted."""
    return not is_plain() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def at_keyboard() -> bool:
    """Whether a person types the input."""
    return sys.stdin is not None and sys.stdin.isatty()


def width() -> int:
    """The number of columns to write in: those of the terminal, at most 88."""
    columns = 0
    with contextlib.suppress(OSError, ValueError, AttributeError):
        # Standard output may well be a file; people read standard error.
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    return max(20, min(shutil.get_terminal_size((columns or 80, 24)).columns, 88))


def out(text: str) -> None:
    """Write a text for people to standard output, harmless.

    Raises:
        BrokenPipeError: whoever read it has seen enough.
        OutputError: it cannot be written.
    """
    _write(shown(text))


def out_document(text: str) -> None:
    """Write a document to standard output: as it would be in a file, but for what a terminal obeys.

    Raises:
        BrokenPipeError, OutputError: as `out`.
    """
    _write(sifted(text))


def as_lines(lines: Iterable[str]) -> str:
    """Lines for people as one text, harmless."""
    return shown("".join(f"{line}\n" for line in lines))


def _write(text: str) -> None:
    try:
        if sys.stdout is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        give_up_output()
        raise cannot_write(Path(_("standard output")), error) from error


def give_up_output() -> None:
    """Send what is left for standard output nowhere, so that Python does not try it again at exit and complains."""
    give_up(sys.stdout)


def give_up(stream: TextIO | None) -> None:
    """Send what is written to a stream nowhere from now on."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def talk(text: str = "", end: str = "\n") -> None:
    """Write a line for people to standard error, laid out to the window; the answers matter more than the talk."""
    try:
        whole = neutral(text)
        sys.stderr.write(shown(fitted(whole) if sys.stderr.isatty() else whole) + end)
        sys.stderr.flush()
    except (OSError, AttributeError):
        give_up(sys.stderr)


def wrapped(text: str, lead: str = "") -> list[str]:
    """A text as lines to the width of the window, the first after a lead; one line where somebody wants plain lines."""
    if is_plain():
        return [lead + text]
    indent = " " * len(lead)
    # An id with hyphens stays whole, so that it can be copied.
    lines = textwrap.wrap(text, width(), initial_indent=lead, subsequent_indent=indent, break_on_hyphens=False)
    return lines or [lead]


def fitted(text: str) -> str:
    """The text with its long lines broken between words; as it is where somebody wants plain lines.

    A command at the end of a line is never broken, so that it can be copied.
    """
    if is_plain():
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        said = _COMMAND.fullmatch(line) if len(line) > width() else None
        lines += [*_broken(said[1]), said[2]] if said else _broken(line)
    return "\n".join(lines)


def _broken(line: str) -> list[str]:
    if len(line) <= width():
        return [line]
    return textwrap.wrap(line, width(), break_long_words=False, break_on_hyphens=False)


def next_line() -> str | None:
    """The next line of standard input as it came, without its end; nothing where there is none."""
    line = ""
    with contextlib.suppress(OSError, AttributeError):
        # A terminal that went away gives an error; a standard input that was never there is None.
        line = sys.stdin.readline()
    if not line:
        return None
    _lines_read[sys.stdin] = lines_read() + 1
    return line.rstrip("\r\n")


def lines_read() -> int:
    """The number of the last line that was read from standard input."""
    return _lines_read.get(sys.stdin, 0)


def use_utf8() -> None:
    """Read and write UTF-8 whatever the locale says.

    What cannot be shown is replaced on the screen. What cannot be read is kept as it is: `text.received` refuses it.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
