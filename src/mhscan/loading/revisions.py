"""A pack as it was at a revision in git: read only, from the objects of the repository, never from the network."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mhscan.errors import InputError, Problem
from mhscan.language import _
from mhscan.loading.files import is_yaml, passed_over
from mhscan.loading.packs import Folder, read_folder
from mhscan.loading.yaml_reader import MAX_BYTES

FOLDERS = ("factors", "questionnaires")
FILES = frozenset({"100644", "100755"})
"""The modes under which git keeps ordinary files."""


@dataclass(frozen=True)
class _Blob:
    """A file at a revision: its path from the folder of the pack, its object and its size in bytes."""

    path: str
    object: str
    size: int


def read_revision(revision: str, folder: Path) -> Folder:
    """The pack that lies in `folder`, as it was at a revision; its files are called REVISION:PATH.

    A revision without a pack gives a folder with the problem that there is no model.

    Raises:
        InputError: there is no git, no repository, or no such revision.
    """
    tree = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}", what=revision).decode().strip()
    blobs = list(_list(folder, tree))
    with tempfile.TemporaryDirectory(prefix="mhscan-") as kept:
        _write(folder, blobs, Path(kept))
        return _renamed(read_folder(Path(kept)), kept, revision)


def _list(folder: Path, tree: str) -> Iterator[_Blob]:
    """The YAML files of the pack."""
    listed = _git(folder, "ls-tree", "-r", "-z", "-l", tree, "--", *FOLDERS)
    for line in listed.decode(errors="surrogateescape").split("\0"):
        about, _tab, path = line.partition("\t")
        if is_yaml(Path(path)) and not any(map(passed_over, Path(path).parts)):
            mode, _kind, name, size = about.split()
            if mode in FILES:
                yield _Blob(path, name, int(size))


def _write(folder: Path, blobs: list[_Blob], kept: Path) -> None:
    """Write the files out. What is too large to be read as YAML is written as large and empty, and refused as such."""
    small = [one for one in blobs if one.size <= MAX_BYTES]
    wanted = "".join(f"{one.object}\n" for one in small).encode()
    output = _git(folder, "cat-file", "--batch", send=wanted)
    content: dict[str, bytes] = {}
    at = 0
    for one in small:
        # A line about the object, the object, and a line end.
        start = output.index(b"\n", at) + 1
        at = start + one.size + 1
        content[one.path] = output[start : at - 1]
    for one in blobs:
        path = kept / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if one.path in content:
            path.write_bytes(content[one.path])
        else:
            with path.open("wb") as stream:
                stream.truncate(one.size)


def _renamed(folder: Folder, kept: str, revision: str) -> Folder:
    """The pack with the names that its files have at the revision."""

    def name(file: str) -> str:
        return f"{revision}:{Path(file).relative_to(kept).as_posix()}"

    def moved(one: Problem) -> Problem:
        return replace(one, location=replace(one.location, file=name(one.location.file)))

    for document in folder.documents:
        document.file = name(document.file)
    folder.problems = [moved(one) for one in folder.problems]
    return folder


def _git(folder: Path, *arguments: str, send: bytes = b"", what: str = "") -> bytes:
    """What git says.

    Raises:
        InputError: there is no git, no repository, or no such revision.
    """
    settings = {**os.environ, "LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, input=send, capture_output=True, env=settings, check=False
        )
    except OSError:
        hint = _("Install git, or name two folders.")
        raise InputError(_("Git is needed for a revision, and cannot be started."), hint) from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode(errors="replace").strip().split("\n")[0]
    if said:
        message = _("Git cannot read {folder}: {said}").format(folder=folder, said=said)
        raise InputError(message, _("Name a folder, or a revision in the repository of the pack."))
    message = _("'{name}' is no folder, and no revision in the repository of {folder}.").format(
        name=what, folder=folder
    )
    raise InputError(message, _("See the names with: git log --oneline, git tag. A shallow clone has few of them."))
