"""Where output goes, and what may be replaced there."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

from mhscan.answers.files import write_atomic
from mhscan.cli.common import yes
from mhscan.errors import OutputError
from mhscan.language import _
from mhscan.loading.files import is_folder
from mhscan.loading.paths import is_there
from mhscan.ui.streams import at_keyboard, out_document, talk

NOTES = ".notes.md"
"""How the names of files with words for documents end."""
OWN = re.compile(rb"^schema:\s*[\"']?mhscan/", re.MULTILINE)
"""What the files of mhscan itself begin with."""
HEAD = 4096
"""So many bytes are looked at for it."""


def write_output(text: str, path: Path | None, force: bool) -> None:
    """Write a document to a file, or to standard output where there is none.

    Raises:
        OutputError: it cannot be written, or there is a file that may not be replaced.
    """
    if path is None:
        out_document(text)
        return
    may_write(path, force)
    write_atomic(path, text.encode())
    talk(_("Written: {path}").format(path=path))


def holds(path: Path, text: str) -> bool:
    """Whether a file holds exactly this text."""
    with contextlib.suppress(OSError):
        return path.is_file() and path.read_bytes() == text.encode()
    return False


def may_write(path: Path, force: bool) -> None:
    """Ask whether a document may be written here; answers, plans, notes and packs are never replaced by one.

    Raises:
        OutputError: it may not, or nobody is there to ask.
    """
    if path.name.endswith(NOTES) or _is_own(path):
        raise OutputError(
            _("{path} has answers, words or settings that mhscan reads. It is not replaced.").format(path=path),
            _("Choose another name for the document."),
        )
    may_replace(path, force)


def _is_own(path: Path) -> bool:
    """Whether there is a file here that says that it is one of mhscan."""
    with contextlib.suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return OWN.search(file.read(HEAD)) is not None
    return False


def may_replace(path: Path, force: bool) -> None:
    """Ask whether a file may be replaced.

    Raises:
        OutputError: it may not, or nobody is there to ask.
    """
    if force or not is_there(path) or is_folder(path):
        return
    question = _("{path} exists already. Replace it?").format(path=path)
    if at_keyboard() and yes(question):
        return
    raise OutputError(
        _("{path} exists already.").format(path=path), _("Choose another name, or add --force to replace it.")
    )
