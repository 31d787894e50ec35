"""A real terminal with a program in it: what a person sees and types."""

from __future__ import annotations

import contextlib
import io
import os
import re
import signal
import sys
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
        return _CODES.sub("", self.raw).replace("\r\n", "\n").replace("\u00a0", " ")

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

    def types(self, *lines: str) -> None:
        """Type lines, each with Enter."""
        for line in lines:
            self.child.sendline(line)

    def answers(self, *lines: str) -> None:
        """Type lines, and wait after each until it is saved."""
        for line in lines:
            self.child.sendline(line)
            self.child.expect("Saved: ")

    def press_ctrl_c(self) -> None:
        """Interrupt the program."""
        self.child.sendintr()

    def press_ctrl_d(self) -> None:
        """End the input."""
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
