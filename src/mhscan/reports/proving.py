"""Pages rendered to see whether they can be: each becomes text, or a fault with its place.

Where templates come from elsewhere, all pages are rendered in one process with the limits of `apart`.
"""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from jinja2 import TemplateSyntaxError, UndefinedError

from mhscan import language
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.reports.apart import Limits, text_within
from mhscan.reports.templates import Page, render_here, why_not

LIMITS = Limits(seconds=20)
"""For all pages together, and for the memory of each."""
_NO_BLOCK = re.compile(r"TemplateReference object' has no (?:attribute|element) '(\w+)'")
_NAME = re.compile(r"'(\w+)'(?: is undefined)?$")


@dataclass(frozen=True)
class Fault:
    """Why a page cannot be rendered.

    `kind` is what sort of fault it is: `syntax`, `undefined`, `block` or `other`; `places` has the files and lines that
    led to it, the innermost last; `word` what it is about, where that is known.
    """

    kind: str
    why: str
    places: tuple[tuple[str, int], ...] = ()
    word: str = ""


def prove(pages: Sequence[Page]) -> list[str | Fault]:
    """The text or the fault of each page; fewer than there are pages where one of them takes too much."""
    if not any(one.folders.foreign for one in pages):
        return [_tried(one, None) for one in pages]
    work = pickle.dumps((tuple(pages), language.current()))
    command = [sys.executable, "-m", "mhscan.reports.proving"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        try:
            said, _nothing = child.communicate(work, timeout=LIMITS.seconds)
        except subprocess.TimeoutExpired as late:
            child.kill()
            said = late.output or b""
    found = [_understood(line) for line in said.splitlines(keepends=True) if line.endswith(b"\n")]
    why = _("it takes more than {n} seconds, or stopped half-way").format(n=LIMITS.seconds)
    return found if len(found) == len(pages) else [*found, Fault("other", why)]


def _understood(line: bytes) -> str | Fault:
    """What the child says of one page."""
    answer = json.loads(line)
    if isinstance(answer, str):
        return answer
    places = tuple((str(file), int(number)) for file, number in answer["places"])
    return Fault(answer["kind"], answer["why"], places, answer["word"])


def answers(work: bytes) -> Iterator[str]:
    """What the child answers: a line of JSON for each page."""
    pages, spoken = pickle.loads(work)  # made by the parent
    language.use(spoken)
    for page in pages:
        tried = _tried(page, LIMITS)
        yield json.dumps(tried if isinstance(tried, str) else asdict(tried)) + "\n"


def _tried(page: Page, limits: Limits | None) -> str | Fault:
    """A page as text, or why it cannot be."""
    try:
        return text_within(page, limits) if limits else render_here(page)
    except InputError as wrong:
        return _fault(wrong.__cause__) if isinstance(wrong.__cause__, Exception) else Fault("other", wrong.message)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        return _fault(error)


def _fault(error: Exception) -> Fault:
    if isinstance(error, TemplateSyntaxError):
        return Fault("syntax", why_not(error), ((error.filename or "", error.lineno),))
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".j2")]
    places = tuple((one.filename, one.lineno or 1) for one in frames)
    why = why_not(error)
    block = _NO_BLOCK.search(why)
    if block:
        return Fault("block", why, places, block[1])
    name = _NAME.search(why)
    return Fault("undefined" if isinstance(error, UndefinedError) else "other", why, places, name[1] if name else "")


if __name__ == "__main__":
    for said_of_one in answers(sys.stdin.buffer.read()):
        sys.stdout.write(said_of_one)
        sys.stdout.flush()
