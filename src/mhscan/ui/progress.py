"""How far a long piece of work is, on standard error: one line that is drawn anew, or plain lines, or nothing."""

from __future__ import annotations

import contextlib
import sys

from mhscan.language import _
from mhscan.text import visible
from mhscan.ui.streams import is_plain, talk, width

BAR = 20


class Progress:
    """Counts to a total; draws nothing where nobody watches."""

    def __init__(self, total: int) -> None:
        """Nothing is drawn yet."""
        self._total = total
        self._count = 0
        self._drawn = 0

    def step(self, name: str) -> None:
        """One more is done."""
        self._count += 1
        if is_plain():
            talk(_("{n} of {total}: {name}").format(n=self._count, total=self._total, name=name))
        elif _is_watched():
            self._draw(name)

    def end(self) -> None:
        """Take the line away, so that what comes next stands alone."""
        if self._drawn:
            _write("\r" + " " * self._drawn + "\r")
            self._drawn = 0

    def _draw(self, name: str) -> None:
        cells = BAR * self._count // self._total
        room = width() - 1
        bar = f"[{'#' * cells}{'.' * (BAR - cells)}] " if room >= 2 * BAR else ""
        line = f"{bar}{self._count}/{self._total} {visible(name)}"[:room]
        _write(f"\r{line}{' ' * (self._drawn - len(line))}")
        self._drawn = len(line)


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _write(text: str) -> None:
    with contextlib.suppress(OSError, AttributeError):
        sys.stderr.write(text)
        sys.stderr.flush()
