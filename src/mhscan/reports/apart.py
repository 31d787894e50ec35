"""Templates from elsewhere, rendered in a process of their own that may take only so much time and memory.

The sandbox of the template language keeps a template from everything but the views that it gets. It does not keep it
from working for ever, or from filling the memory: the other process has limits for that. Where the operating system
knows no such limits (Windows), the time is limited only.

The parent sends a pickle, which it made itself. The child answers with JSON: nothing that it says can be executed.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from mhscan import language
from mhscan.errors import InputError, MhscanError
from mhscan.language import _
from mhscan.reports.templates import Page, render_here, wrong_template

try:
    import resource
except ImportError:  # pragma: no cover  Windows: see above
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Limits:
    """How much a template from elsewhere may take: seconds, and megabytes of memory and of text."""

    seconds: int = 10
    memory: int = 1024
    text: int = 50


LIMITS = Limits()


def render_apart(page: Page, limits: Limits = LIMITS) -> str:
    """A page as text, made in another process.

    Raises:
        InputError: the template cannot be used, or takes too much.
    """
    work = pickle.dumps((page, limits, language.current()))
    command = [sys.executable, "-m", "mhscan.reports.apart"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            said, _nothing = child.communicate(work, timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            raise _too_much(page, _("it takes more than {n} seconds").format(n=limits.seconds)) from None
    return _understood(page, said)


def _understood(page: Page, said: bytes) -> str:
    """What the child says: the text, or what went wrong."""
    try:
        answer = json.loads(said)
    except ValueError:
        raise _too_much(page, _("it stopped half-way")) from None
    if "text" in answer:
        return str(answer["text"])
    raise InputError(str(answer["message"]), str(answer["hint"]))


def _too_much(page: Page, why: str) -> InputError:
    return wrong_template(page, ValueError(why))


def answer(work: bytes) -> dict[str, str]:
    """What the child answers: the text of a page, or the message and hint of what went wrong."""
    page, limits, spoken = pickle.loads(work)  # made by the parent, see above
    language.use(spoken)
    try:
        return {"text": text_within(page, limits)}
    except MhscanError as error:
        return {"message": error.message, "hint": error.hint}


def text_within(page: Page, limits: Limits) -> str:
    """The text of a page, made within limits.

    Raises:
        InputError: the template cannot be used, or takes too much.
    """
    try:
        with _limited(limits):
            text = render_here(page)
    except MhscanError:
        raise
    except MemoryError:
        raise _too_much(page, _("it takes more than {n} MB of memory").format(n=limits.memory)) from None
    except RecursionError:
        raise _too_much(page, _("it calls itself without end")) from None
    except Exception as fault:
        raise wrong_template(page, fault) from fault
    if len(text) > limits.text * 1_000_000:
        raise _too_much(page, _("it makes more than {n} MB of text").format(n=limits.text))
    return text


@contextlib.contextmanager
def _limited(limits: Limits) -> Iterator[None]:
    """Keep this process within limits, and from writing any file, for a while."""
    if resource is None:  # pragma: no cover  Windows: see above
        yield
        return
    wanted = {
        resource.RLIMIT_AS: limits.memory * 1_000_000,
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_FSIZE: 0,
    }
    before = {what: resource.getrlimit(what) for what in wanted}
    for what, most in wanted.items():
        hard = before[what][1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        for what, limit in before.items():
            resource.setrlimit(what, limit)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))
