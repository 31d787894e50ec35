"""A real terminal with a program in it: what a person sees and types."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import sys
import termios
import time
from pathlib import Path

import pexpect

_CODES = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|.)")


def environment(**more: str) -> dict[str, str]:
    """The surroundings of a program: English, colour, and nothing else from those of the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return {**kept, "LANG": "C.UTF-8", "TERM": "xterm-256color", "MHSCAN_LANG": "en", **more}


class Terminal:
    """Runs mhscan on a pseudo-terminal.

    `raw` is everything that came out, `text` the same without colour and with plain line ends.
    """

    def __init__(
        self,
        *arguments: object,
        folder: Path,
        columns: int = 80,
        before: tuple[str, ...] = (),
        **settings: str,
    ) -> None:
        """Start the command in a folder; `before` is put before it, such as `nohup`."""
        command = [*before, sys.executable, "-m", "mhscan", *map(str, arguments)]
        self._log = io.StringIO()
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            cwd=str(folder),
            env=environment(**settings),
            dimensions=(24, columns),
            encoding="utf-8",
            codec_errors="replace",
            timeout=60,
        )
        self.child.delaybeforesend = None
        self.child.logfile_read = self._log

    @property
    def raw(self) -> str:
        """Everything that came out, as it came."""
        return self._log.getvalue()

    @property
    def text(self) -> str:
        """Everything that came out, without colour."""
        return _CODES.sub("", self.raw).replace("\r\n", "\n").replace("\n\r", "\n").replace("\u00a0", " ")

    @property
    def said(self) -> str:
        """Everything that came out as one line, so that it does not matter where lines were broken."""
        return " ".join(self.text.split())

    @property
    def confirmed(self) -> int:
        """How many answers it said to have saved."""
        return len(re.findall(r"^Saved: ", self.text, re.MULTILINE))

    def sees(self, *words: str) -> None:
        """Wait until these words came out, whatever white space or colour is between them."""
        for one in words:
            self.child.expect(r"(?:\s|\x1b\[[0-9;]*m)+".join(map(re.escape, one.split())))

    def is_asked(self) -> None:
        """Wait until a prompt is shown and the program waits for what is typed; what came out can still be seen."""
        end = time.monotonic() + 60
        while not self.raw.endswith((": ", "> ", "? ")) or self._takes_lines():
            assert time.monotonic() < end, self.text
            self._reads(0.02)

    def _takes_lines(self) -> bool:
        """Whether the terminal itself edits a line, since no program does."""
        return bool(termios.tcgetattr(self.child.child_fd)[3] & termios.ICANON)

    def _reads(self, seconds: float) -> None:
        """Take up what comes out within some time, without looking at it."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            self.child.buffer += self.child.read_nonblocking(10_000, seconds)

    def sends(self, keys: str) -> None:
        """Press keys, once something is asked; wait until the first of them is seen."""
        self.is_asked()
        self.child.send(keys)
        self._reads(60)

    def types(self, *lines: str) -> None:
        """Type lines, each with Enter, and each when something is asked: what is typed before that is not used."""
        for line in lines:
            self.sends(f"{line}\r")

    def pastes(self, text: str) -> None:
        """Paste a text as a terminal does: all at once, with marks around it where the program asked for them."""
        self.is_asked()
        keys = text.replace("\n", "\r")
        self.child.send(f"\x1b[200~{keys}\x1b[201~" if "\x1b[?2004h" in self.raw else keys)

    def is_settled(self) -> None:
        """Wait until nothing more comes out and the program waits for what is typed."""
        seen = -1
        while seen != len(self.raw) or self._takes_lines():
            seen = len(self.raw)
            self._reads(0.4)

    def enters(self) -> None:
        """Press Enter on what stands on the line already."""
        self.is_settled()
        self.child.send("\r")

    def answers(self, *lines: str) -> None:
        """Type lines, and wait after each until it is saved."""
        for line in lines:
            self.types(line)
            self.child.expect("Saved: ")

    def press_ctrl_c(self) -> None:
        """Interrupt the program."""
        self.child.sendintr()

    def press_ctrl_d(self) -> None:
        """End the input, once something is asked."""
        self.is_asked()
        self.child.sendeof()

    def resize(self, columns: int) -> None:
        """Make the window so wide."""
        self.child.setwinsize(24, columns)

    def kill(self) -> None:
        """End the program at once, without a chance to do anything."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.child.pid, signal.SIGKILL)

    def close_window(self) -> int:
        """Take the terminal away, as a closed window does; gives how the program ended."""
        self.child.ptyproc.fileobj.close()
        _pid, status = os.waitpid(self.child.pid, 0)
        self.child.closed, self.child.terminated, self.child.child_fd = True, True, -1
        self.child.ptyproc.closed, self.child.ptyproc.terminated = True, True
        return os.waitstatus_to_exitcode(status)

    def ends(self) -> int:
        """Wait for the end; gives the exit code, or minus the signal."""
        self.child.expect(pexpect.EOF)
        self.child.close()
        if self.child.exitstatus is not None:
            return int(self.child.exitstatus)
        return -int(self.child.signalstatus or 0)
