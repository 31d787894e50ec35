"""Checks of the files in and beside the folders of a pack: all are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.files import list_files, list_yaml
from mhscan.loading.kinds import says_kind
from mhscan.loading.near import nearest, suggest
from mhscan.loading.packs import KINDS, READ, SCENARIOS, Folder
from mhscan.loading.paths import is_folder, is_yaml
from mhscan.loading.shipped import FOLDERS

KNOWN = (*READ, SCENARIOS)
AUTHORS = "mhscan/situations"
"""A kind of file that stands in a pack for its authors alone."""
DATA = {kind.partition("@")[0] for kind in (*KINDS, "mhscan/scenario@1", "mhscan/documents@1")}
INSIDE = {Path(one).name: one for one in KNOWN if "/" in one}
"""The folders that lie in another one, by their name alone."""
FOR_PEOPLE = (".md", ".rst", ".txt", ".html", ".pdf", ".png", ".svg", ".jpg", ".jpeg")
"""How the names of files end that people keep beside the files of a pack."""


def check_not_read(folder: Folder) -> Iterator[Problem]:
    """No folder of a pack is called almost right, and no file in one is passed over."""
    yield from _folders_beside(folder.path)
    yield from _files_beside(folder.path)
    for name in FOLDERS[:2]:
        files = [file for file in list_files(folder.path / name, deep=True)[0] if not is_folder(file)]
        for parent in dict.fromkeys(file.parent for file in files):
            yield from _inside(folder.path, parent, [file for file in files if file.parent == parent])


def _inside(pack: Path, parent: Path, files: list[Path]) -> Iterator[Problem]:
    """What is not read of the files in a folder of a pack."""
    if parent.relative_to(pack).as_posix() in KNOWN:
        yield from (_not_read(file, _ending(file)) for file in files if not _is_read(file))
    elif any(is_yaml(file) and says_kind(file) != AUTHORS for file in files):
        yield _not_read(parent, _called(parent.name, list(INSIDE)))


def _folders_beside(pack: Path) -> Iterator[Problem]:
    """The folders beside those of a pack that hold its data, and are nearly called so or belong in one of them."""
    for path in list_files(pack)[0]:
        name = path.name.casefold()
        near = name in INSIDE or nearest(name, FOLDERS)
        if is_folder(path) and path.name not in FOLDERS and near and _has_data(path):
            inside = _("Put it in place of {folder}.").format(folder=INSIDE[name]) if name in INSIDE else ""
            yield _not_read(path, inside or _called(path.name, list(FOLDERS)))


def _files_beside(pack: Path) -> Iterator[Problem]:
    """The files of a pack that lie beside its folders, and lists of documents with another name."""
    for file in list_yaml(pack)[0]:
        if says_kind(file) in DATA and not is_folder(file):
            yield _not_read(file, _("Put it in one of the folders of the pack."))
    for file in list_yaml(pack / FOLDERS[2])[0]:
        if says_kind(file) == "mhscan/documents" and file.stem != "documents":
            yield _not_read(file, _("Call it documents.yaml."))


def _has_data(folder: Path) -> bool:
    files = list_files(folder, deep=True)[0]
    return any(one.suffix == ".j2" or (is_yaml(one) and says_kind(one) in DATA) for one in files)


def _is_read(file: Path) -> bool:
    """Whether a file in a folder that is read is one of its files, or one that people keep beside them."""
    if is_yaml(file):
        return True
    return file.suffix.casefold() in FOR_PEOPLE and not is_yaml(Path(file.stem))


def _ending(file: Path) -> str:
    if is_yaml(Path(file.stem)):
        return _("Call it {name}.").format(name=file.stem)
    return _("Only files with names that end in .yaml or .yml are read.")


def _called(name: str, known: list[str]) -> str:
    names = ", ".join((*KNOWN, FOLDERS[2]))
    return suggest(name.casefold(), known) or _("Folders that are read: {names}.").format(names=names)


def _not_read(path: Path, hint: str) -> Problem:
    message = _("nothing in this folder is read") if is_folder(path) else _("this file is not read")
    return problem("MH017", message, Location(str(path)), hint)
