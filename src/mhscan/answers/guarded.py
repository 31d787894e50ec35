"""What a document never takes the place of: what mhscan reads, by its content, its name, its place, or in this run."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from mhscan.answers.archive import ENDING
from mhscan.errors import OutputError
from mhscan.language import _
from mhscan.loading.files import decode
from mhscan.loading.kinds import kind_of
from mhscan.loading.paths import is_file, is_folder, read_bytes, real_path, was_read
from mhscan.loading.shipped import FOLDERS
from mhscan.loading.yaml_reader import read_yaml

READ = (".notes.md", ".j2")
"""How the names of files end that mhscan reads and that do not say what they are."""
MADE = frozenset({"result", "report", "comparison", "beside", "target", "what-if", "trace", "problems", "diff"})
"""The kinds of data that mhscan makes and never reads: only these can be made anew."""
_SCHEMA = rb"(?:^|[{,\s])[\"']?schema[\"']?\s*:\s*[\"']?mhscan/([\w-]*)"


def refuse_own(path: Path, inputs: Iterable[Path] = (), text: str | None = None) -> None:
    """Refuse to put a document in the place of a file that mhscan reads.

    `inputs` are files that are read for it. `text` is what would be written, where that is itself something that mhscan
    reads: it can take the place of an older state of the same thing.

    Raises:
        OutputError: it is such a file.
    """
    if not is_file(path):
        return
    if was_read(path) or any(_same(path, one) for one in inputs):
        message = _("{path} is read by this very command. It is not replaced.").format(path=path)
        raise OutputError(message, _("Choose another name for the document."))
    if text is not None and _is_older_state(path, text):
        return
    if path.name.endswith(READ) or _in_pack(path) or _is_own(path):
        raise OutputError(
            _("{path} has answers, words or settings that mhscan reads. It is not replaced.").format(path=path),
            _("Choose another name for the document."),
        )


def _same(path: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.samefile(other)
    return False


def _is_older_state(path: Path, text: str) -> bool:
    """Whether a file is the same thing as a text: a template, or data of the same kind and with the same id."""
    if path.name.endswith(READ):
        return True
    before, after = _head(read_bytes(path) or b""), _head(text.encode())
    return bool(after[0]) and before == after


def _in_pack(path: Path) -> bool:
    """Whether a file lies among the data of a pack, or in a kept one."""
    real = real_path(path)
    for folder in real.parents:
        first = real.relative_to(folder).parts[0]
        if (first in FOLDERS or folder.suffix == ENDING) and is_folder(folder / FOLDERS[0]):
            return True
    return False


def _is_own(path: Path) -> bool:
    """Whether a file says that it is something that mhscan reads, however it is written, and also if it is broken."""
    raw = read_bytes(path)
    if raw is None:
        return False
    kind = _head(raw)[0]
    if not kind:
        # It cannot be read as data, perhaps because of a slip. Two bytes a sign are no way around this.
        found = re.search(_SCHEMA, raw.replace(b"\0", b""))
        kind = f"mhscan/{found[1].decode()}" if found else ""
    return kind.startswith("mhscan/") and kind.removeprefix("mhscan/").partition("@")[0] not in MADE


def _head(raw: bytes) -> tuple[str, object]:
    """What data says it is, and its id; empty where it is no data or does not say."""
    text, _problems = decode(raw, "")
    document = read_yaml(text, "")[0] if text is not None else None
    if document is None or not kind_of(document):
        return "", None
    return kind_of(document), document.data.get("id")
