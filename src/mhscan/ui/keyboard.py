"""A text from a person at the keyboard: edited as in a shell, and what is pasted is one text.

The line editor is GNU readline, or what stands in for it. Where a terminal marks what is pasted ("bracketed paste"),
that comes in as one text. Elsewhere, what arrives in the same moment as the end of a line belongs to it. What was typed
before the question was shown answers nothing.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Iterator
from types import ModuleType

from mhscan.language import _, ngettext
from mhscan.ui.streams import has_codes, next_line, talk

try:
    import readline as _readline
except ImportError:  # pragma: no cover  Windows: its console edits a line by itself
    _editor: ModuleType | None = None
else:
    _editor = _readline

MOMENT = 0.05
"""So many seconds after the end of a line what comes in is no typing of a person any more."""
TICK = 0.1
"""So many seconds at most pass before a Ctrl-C is heard that came just before the wait for a key began."""
LONGEST = 4095
"""A terminal without a line editor takes so many bytes of a line; what is more is lost without a word."""
SETTINGS = (
    "enable-active-region off",
    "enable-meta-key off",
    "disable-completion on",
    "bell-style none",
    "input-meta on",
    "output-meta on",
    "convert-meta off",
)
"""How GNU readline behaves here: no reversed colours, no codes of its own, letters of any language, no completion."""


def typed(prompt: str, earlier: tuple[str, ...] = (), begin: str = "") -> str | None:
    """What a person types, with line ends in it where these were pasted; nothing at the end of the input.

    `earlier` can be brought back with the arrow up, `begin` stands on the line already.
    """
    if _arrived(0):
        talk(_("What was typed before this question was shown is not used."))
    while True:
        text = _line(prompt, earlier, begin)
        if text is None:
            return None
        more = _arrived(MOMENT)
        if not more.strip():
            return text if text or not begin or _editor_works() else begin
        begin = _lines(f"{text}\n{more}")
        count = begin.count("\n") + 1
        said = ngettext("{n} line came in at once.", "{n} lines came in at once.", count).format(n=count)
        talk(f"{said} {_('Press Enter to use them as one text, or type another text.')}")


def _lines(text: str) -> str:
    """A text with one kind of line end, and none at its end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x04", "").strip("\n")


def _line(prompt: str, earlier: tuple[str, ...], begin: str) -> str | None:
    if _editor is not None and _editor_works():
        return _edited(_editor, prompt, earlier, begin)
    talk(prompt, end="")
    with _interruptible():
        line = next_line()
    if line is not None and len(line.encode("utf-8", "replace")) >= LONGEST:
        talk(_("This line is too long for this terminal, which cuts it. Nothing of it is used."))
        return _line(prompt, earlier, begin)
    return line


def _editor_works() -> bool:
    """Whether the line editor has a terminal to draw on: Python uses it only where input and output are one."""
    streams = (sys.stdin, sys.stdout)
    with contextlib.suppress(OSError, ValueError, AttributeError):
        return _editor is not None and all(one.isatty() and one.fileno() == n for n, one in enumerate(streams))
    return False


def _edited(editor: ModuleType, prompt: str, earlier: tuple[str, ...], begin: str) -> str | None:
    _set_up(editor)
    editor.clear_history()
    for one in earlier:
        editor.add_history(one)
    if begin:
        # Only where it is needed: a Ctrl-C in the very moment of the hook would be swallowed.
        editor.set_startup_hook(lambda: editor.insert_text(begin))
    try:
        with _interruptible():
            return input(prompt)
    except (EOFError, OSError):
        # Ctrl-D; or the terminal went away.
        return None
    finally:
        editor.set_startup_hook(None)


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Hear a Ctrl-C at once, also in the instant between the prompt and the wait for a key.

    Python looks at a signal of that instant only when the wait ends, at the next key. A timer that does nothing
    interrupts the wait now and then, so that it looks.
    """
    if not hasattr(signal, "setitimer"):  # pragma: no cover  no Windows here
        yield
        return
    before = signal.signal(signal.SIGALRM, lambda _number, _frame: None)
    signal.setitimer(signal.ITIMER_REAL, TICK, TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _set_up(editor: ModuleType) -> None:
    """Set how the line editor behaves; the one of macOS knows none of this, and marks nothing that is pasted."""
    editor.set_auto_history(False)
    if "libedit" in (editor.__doc__ or ""):
        return
    for one in (*SETTINGS, f"enable-bracketed-paste {'on' if has_codes() else 'off'}"):
        editor.parse_and_bind(f"set {one}")


def _arrived(seconds: float) -> str:
    """What came in and was not read yet, after so long a wait; it is taken out of the input."""
    if os.name == "nt":  # pragma: no cover  no Windows here
        return _arrived_at_console(seconds)
    found = b""
    with contextlib.suppress(OSError, ValueError, AttributeError), _as_it_comes(sys.stdin.fileno()) as number:
        while select.select([number], [], [], seconds)[0]:
            piece = os.read(number, 65536)
            if not piece:
                break
            found += piece
    return found.decode("utf-8", "surrogateescape")


@contextlib.contextmanager
def _as_it_comes(number: int) -> Iterator[int]:
    """A terminal that gives what was typed without waiting for the end of a line."""
    import termios  # noqa: PLC0415  not there on Windows

    try:
        before = termios.tcgetattr(number)
    except termios.error as error:
        raise OSError(*error.args) from error
    now = [*before]
    now[3] &= ~(termios.ICANON | termios.ECHO)
    termios.tcsetattr(number, termios.TCSANOW, now)
    try:
        yield number
    finally:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(number, termios.TCSANOW, before)


def _arrived_at_console(seconds: float) -> str:  # pragma: no cover  no Windows here
    """The same at the console of Windows."""
    import msvcrt  # noqa: PLC0415  only there on Windows
    import time  # noqa: PLC0415

    found = ""
    end = time.monotonic() + seconds
    while msvcrt.kbhit() or time.monotonic() < end:  # type: ignore[attr-defined]
        if msvcrt.kbhit():  # type: ignore[attr-defined]
            found += msvcrt.getwch()  # type: ignore[attr-defined]
            end = time.monotonic() + seconds
        else:
            time.sleep(0.01)
    return found
