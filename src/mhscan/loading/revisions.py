"""A pack as it was at a revision in git: read only, from the objects of the repository, never from the network."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import InputError, Location, Problem
from mhscan.language import _
from mhscan.loading.document import Document
from mhscan.loading.files import document_of, too_large
from mhscan.loading.packs import READ, Folder, read_folder
from mhscan.loading.paths import MAX_BYTES, passed_over
from mhscan.programs import find_program

FILES, FOLDER = frozenset({"100644", "100755"}), "040000"
"""The modes under which git keeps ordinary files, and a folder."""
_LEADS_OUT = re.compile(r"(?:^|/)(?:\.{0,2}(?:/|$)|[A-Za-z]:)|\\")
"""What a path that stays in its folder on every system does not have."""


@dataclass(frozen=True)
class _Entry:
    """What stands in a folder of the pack at a revision: its path from the pack, mode, object, and size in bytes."""

    path: str
    mode: str
    object: str
    size: int


def read_revision(revision: str, folder: Path) -> Folder:
    """The pack that lies in `folder`, as it was at a revision; its files are called REVISION:PATH.

    It is held in memory: nothing is written, whatever the files are called. A link is not followed, and is a problem. A
    revision without a pack gives a folder with the problem that there is no model.

    Raises:
        InputError: there is no git, no repository, or no such revision.
    """
    tree = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}", what=revision).decode().strip()
    entries = list(_list(folder, tree))
    files = {Path(one.path): one for one in entries if _is_meant(one)}
    content = _content(folder, {one.object for one in files.values() if one.size <= MAX_BYTES})

    def listed(place: Path) -> tuple[list[Path], list[Problem]]:
        return sorted(one for one in files if one.parent == place), []

    def read(file: Path) -> tuple[Document, list[Problem]]:
        name, raw = file.as_posix(), content.get(files[file].object)
        return (Document(name), [too_large(name)]) if raw is None else document_of(raw, name)

    found = _renamed(read_folder(Path(), read, listed), revision)
    found.problems += [one for entry in entries for one in _odd(entry, revision)]
    return found


def _list(folder: Path, tree: str) -> Iterator[_Entry]:
    """What stands in the folders of the pack, and those folders themselves; not what is deeper than these."""
    places = [name for one in READ for name in (one, f"{one}/")]
    listed = _git(folder, "ls-tree", "-t", "-z", "-l", tree, "--", *places)
    for line in listed.decode(errors="surrogateescape").split("\0"):
        about, _tab, path = line.partition("\t")
        if path.startswith(READ):
            mode, _kind, name, size = about.split()
            yield _Entry(path, mode, name, int(size) if size.isdigit() else 0)


def _is_meant(entry: _Entry) -> bool:
    """Whether this is an ordinary file in the pack, with a name that somebody gave it."""
    return entry.mode in FILES and not _LEADS_OUT.search(entry.path) and not passed_over(Path(entry.path).name)


def _odd(entry: _Entry, revision: str) -> Iterator[Problem]:
    """Why something is no part of the pack: it is a link, another repository, or leads elsewhere by its name."""
    at, hint = Location(f"{revision}:{entry.path}"), _("Put the file itself here.")
    if _LEADS_OUT.search(entry.path):
        yield problem("MH019", _("this name leads out of the pack, and is not followed"), at, hint)
    elif entry.mode not in FILES and entry.mode != FOLDER:
        yield problem("MH019", _("this is a link, and links in a pack are not followed"), at, hint)


def _content(folder: Path, objects: set[str]) -> dict[str, bytes]:
    """What is in some objects."""
    output = _git(folder, "cat-file", "--batch", send="".join(f"{one}\n" for one in objects).encode())
    content: dict[str, bytes] = {}
    at = 0
    while at < len(output):
        # A line about the object, the object, and a line end; one that is not there has the line only.
        start = output.index(b"\n", at) + 1
        name, *about = output[at:start].decode().split()
        if len(about) != 2:
            message = _("Git does not have all files of the revision in {folder}.").format(folder=folder)
            raise InputError(message, _("Fetch the whole repository first, for example with: git fetch --refetch"))
        at = start + int(about[1]) + 1
        content[name] = output[start : at - 1]
    return content


def _renamed(folder: Folder, revision: str) -> Folder:
    """The pack with the names that its files have at the revision."""

    def moved(one: Problem) -> Problem:
        file = Path(one.location.file).as_posix()
        return replace(one, location=replace(one.location, file=f"{revision}:{file}"))

    for document in folder.documents:
        document.file = f"{revision}:{Path(document.file).as_posix()}"
    folder.problems = [moved(one) for one in folder.problems]
    return folder


def _git(folder: Path, *arguments: str, send: bytes = b"", what: str = "") -> bytes:
    """What git says."""
    program = find_program("git", folder)
    try:
        if program is None:
            raise FileNotFoundError
        done = subprocess.run(
            [program, *arguments], cwd=folder, input=send, capture_output=True, env=_settings(), check=False
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


def _settings() -> dict[str, str]:
    """The settings with which git says nothing but English, and never fetches; old versions know the protocol only."""
    never = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0"}
    return {**os.environ, "LC_ALL": "C", **never}
