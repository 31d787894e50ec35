"""Templates from elsewhere, rendered in a process of their own that may take only so much time and memory.

The sandbox of the template language keeps a template from everything but the views that it gets. It does not keep it
from working for ever, or from filling the memory: the other process has limits for that. Where the operating system
knows no such limits (Windows), the time is limited only.

The parent sends a pickle, which it made itself. The child answers a line of JSON for each page: nothing that it says
can be executed. It imports what the parent can import, and nothing from the working folder.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace

from mhscan import language
from mhscan.language import _
from mhscan.loading.files import list_files, read_text
from mhscan.programs import python_command
from mhscan.reports.rendering.environment import Page, rendered
from mhscan.reports.rendering.faults import Fault, fault_of
from mhscan.reports.rendering.gate import inspect_html

try:
    import resource
except ImportError:  # pragma: no cover  Windows: see above
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Limits:
    """How much templates from elsewhere may take: seconds of a processor, and megabytes of memory and of text.

    `wait` is how many seconds the parent waits: longer, for a busy machine gives a process a part of its time only.
    """

    seconds: int = 10
    memory: int = 1024
    text: int = 50
    wait: int = 60


ONE, ALL = Limits(), Limits(seconds=20, wait=120)
"""For one page, and for all pages of a pack together."""


def render_in_subprocess(page: Page, limits: Limits = ONE) -> str:
    """A page as text, made in another process.

    Raises:
        InputError: the template cannot be used, or takes too much.
    """
    outcome = _apart([page], limits)[0]
    if isinstance(outcome, Fault):
        raise outcome.refusal(page.names[0])
    return outcome


def try_render(pages: Sequence[Page], limits: Limits = ALL) -> list[str | Fault]:
    """The text or the fault of each page; fewer than there are pages where one of them takes too much."""
    if any(page.folders.foreign for page in pages):
        return _apart(pages, limits)
    return [_outcome(page, limits) for page in pages]


def _apart(pages: Sequence[Page], limits: Limits) -> list[str | Fault]:
    """What comes of each page in another process, up to the first that takes too much time."""
    work = pickle.dumps((tuple(pages), limits, language.current()))
    why = _("it stopped half-way")
    with subprocess.Popen(
        python_command(__name__), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        try:
            output, _nothing = child.communicate(work, timeout=limits.wait)
        except subprocess.TimeoutExpired as late:
            child.kill()
            output, why = late.output or b"", _too_late(limits.wait)
    outcomes = [_understood(line) for line in output.splitlines(keepends=True) if line.endswith(b"\n")]
    return outcomes if child.returncode == 0 else [*outcomes, Fault("other", why)]


def _understood(line: bytes) -> str | Fault:
    """What the child says of one page."""
    answer = json.loads(line)
    if isinstance(answer, str):
        return answer
    places = tuple((str(file), int(number)) for file, number in answer["places"])
    return Fault(answer["kind"], answer["why"], places, answer["word"])


def _too_late(seconds: int) -> str:
    return _("it takes more than {n} seconds").format(n=seconds)


def serve() -> None:
    """Answer the work on standard input: this is what the other process does."""
    for line in answers(sys.stdin.buffer.read()):
        sys.stdout.write(line)
        sys.stdout.flush()


def answers(work: bytes) -> Iterator[str]:
    """A line of JSON for each page, up to the first that takes too much time."""
    pages, limits, spoken = pickle.loads(work)  # made by the parent
    language.use(spoken)
    with _limited(limits):
        for page in pages:
            try:
                outcome = _outcome(page, limits)
            except _OutOfTimeError as late:
                yield _line(replace(fault_of(late), why=_too_late(limits.seconds)))
                return
            yield _line(outcome)


def _line(outcome: str | Fault) -> str:
    return json.dumps(outcome if isinstance(outcome, str) else asdict(outcome)) + "\n"


class _OutOfTimeError(Exception):
    """The time is up."""


def _outcome(page: Page, limits: Limits) -> str | Fault:
    """A page as text, or why it cannot be."""
    try:
        text = rendered(page)
    except _OutOfTimeError:
        raise
    except MemoryError as error:
        return replace(fault_of(error), why=_("it takes more than {n} MB of memory").format(n=limits.memory))
    except Exception as error:  # noqa: BLE001  whatever a template from elsewhere does is a fault of the template
        return fault_of(error)
    if len(text) > limits.text * 1_000_000:
        return Fault("other", _("it makes more than {n} MB of text").format(n=limits.text))
    return (_passed(page, text) if page.html and page.folders.foreign else None) or text


def _passed(page: Page, html: str) -> Fault | None:
    """What keeps a document from elsewhere from being used, with the first line of a template that has the word."""
    refused = inspect_html(html)
    if refused is None:
        return None
    for layer in page.folders.layers:
        for path in list_files(layer, ".j2", root=layer)[0]:
            lines = (read_text(path, str(path))[0] or "").split("\n")
            places = [(str(path), n) for n, line in enumerate(lines, 1) if refused.word in line]
            if places:
                return Fault("other", refused.why, (places[0],), refused.word)
    return Fault("other", refused.why)


@contextlib.contextmanager
def _limited(limits: Limits) -> Iterator[None]:
    """Keep this process within limits, and from writing any file, for a while."""
    if resource is None:  # pragma: no cover  Windows: see above
        yield
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {
        resource.RLIMIT_AS: limits.memory * 1_000_000,
        resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + 1 + limits.seconds,
        resource.RLIMIT_FSIZE: 0,
    }
    before = {what: resource.getrlimit(what) for what in wanted}
    handler = signal.signal(signal.SIGXCPU, _stop)
    for what, most in wanted.items():
        hard = before[what][1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    try:
        yield
    finally:
        for what, limit in before.items():
            resource.setrlimit(what, limit)
        signal.signal(signal.SIGXCPU, handler)


def _stop(*_signal: object) -> None:
    raise _OutOfTimeError
