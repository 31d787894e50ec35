"""Where output goes, and what may be replaced there."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from mhscan.answers.files import about, is_read_only, make_folder, unwritable, write_atomic, write_open
from mhscan.answers.guarded import refuse_own
from mhscan.cli.common import yes
from mhscan.errors import OutputError
from mhscan.language import _
from mhscan.loading.paths import is_file, is_folder, is_link, is_there, read_bytes, real_path
from mhscan.ui.streams import at_keyboard, out_document, talk

_STREAM = re.compile(r"/dev/(?:std(?P<name>out|err)|fd/(?P<number>[0-9]{1,4}))|/proc/self/fd/(?P<again>[0-9]{1,4})")
_NAMED = {"out": 1, "err": 2}
STANDARD_OUTPUT = 1


def write_output(text: str, path: Path | None, force: bool) -> None:
    """Write a document to a file, or to standard output where there is none.

    Raises:
        OutputError: it cannot be written, or there is a file that may not be replaced.
    """
    stream = STANDARD_OUTPUT if path is None else _stream(path)
    if path is None or stream == STANDARD_OUTPUT:
        out_document(text)
    elif stream is not None:
        write_open(path, stream, text.encode())
    else:
        may_write(path, force)
        write_atomic(path, text.encode())
        talk(_("Written: {path}").format(path=path))


def _stream(path: Path) -> int | None:
    """The number of the open stream that a name stands for, such as /dev/stdout; nothing for a file."""
    match = _STREAM.fullmatch(str(path))
    if match is None:
        return None
    return _NAMED.get(match["name"] or "") or int(match["number"] or match["again"])


def write_files(folder: Path, texts: Mapping[str, str], force: bool) -> None:
    """Write texts to files in a folder, which is made, by their names; nothing is replaced unasked but by its like.

    Raises:
        OutputError: one of them cannot be written, or may not be replaced.
    """
    for name, text in texts.items():
        if not holds(folder / name, text):
            may_write(folder / name, force, text=text)
    make_folder(folder)
    for name, text in texts.items():
        write_atomic(folder / name, text.encode())


def holds(path: Path, text: str) -> bool:
    """Whether a file holds exactly this text."""
    return is_file(path) and read_bytes(path) == text.encode()


def may_write(path: Path, force: bool, inputs: Iterable[Path] = (), text: str | None = None) -> None:
    """Ask whether a document may be written here; what mhscan reads is never replaced by one.

    What is no file, such as a pipe, is written to and not replaced, so nobody is asked. For `inputs` and `text` see
    `refuse_own`.

    Raises:
        OutputError: it may not, or nobody is there to ask.
    """
    refuse_own(path, inputs, text)
    if force or _stream(path) is not None or is_folder(path) or not is_there(path) or _takes_all(path):
        return
    obstacle, question = _obstacle(path)
    if at_keyboard() and yes(question):
        return
    raise OutputError(obstacle, _("Choose another name, or add --force to replace it."))


def _takes_all(path: Path) -> bool:
    """Whether what is written here comes after what was written before, as with a pipe or a terminal."""
    with unwritable(path):
        status = about(path)
    return status is not None and (stat.S_ISCHR(status.st_mode) or stat.S_ISFIFO(status.st_mode))


def _obstacle(path: Path) -> tuple[str, str]:
    """What is there already, and the question whether it may go."""
    target = real_path(path)
    if is_link(path):
        text, question = _("{path} is a link to {target}."), _("{path} is a link to {target}. Write there?")
    elif is_read_only(path):
        text = _("{path} exists already, and is protected against changes.")
        question = _("{path} exists already, and is protected against changes. Replace it?")
    else:
        text, question = _("{path} exists already."), _("{path} exists already. Replace it?")
    return text.format(path=path, target=target), question.format(path=path, target=target)
