"""All files in the folders of a pack are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.files import list_files, list_yaml
from mhscan.loading.kinds import says_kind
from mhscan.loading.near import nearest
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


def check(folder: Folder) -> Iterator[Problem]:
    """No folder of a pack is called almost right, and no file in one is passed over."""
    yield from _beside(folder.path)
    for name in FOLDERS[:2]:
        files = [one for one in list_files(folder.path / name, deep=True)[0] if not is_folder(one)]
        for lies in dict.fromkeys(one.parent for one in files):
            inside = [one for one in files if one.parent == lies]
            if lies.relative_to(folder.path).as_posix() in KNOWN:
                yield from (_not_read(one, _ending(one)) for one in inside if not _is_read(one))
            elif any(is_yaml(one) and says_kind(one) != AUTHORS for one in inside):
                yield _not_read(lies, _called(lies.name, [Path(one).name for one in KNOWN if "/" in one]))


def _beside(path: Path) -> Iterator[Problem]:
    """What lies beside the folders of a pack and looks as if it belongs in one of them."""
    for one in list_files(path)[0]:
        name = one.name.casefold()
        if is_folder(one) and one.name not in FOLDERS and (name in INSIDE or nearest(name, FOLDERS)) and _has_data(one):
            inside = _("Put it in place of {folder}.").format(folder=INSIDE[name]) if name in INSIDE else ""
            yield _not_read(one, inside or _called(one.name, list(FOLDERS)))
    for one in list_yaml(path)[0]:
        if says_kind(one) in DATA and not is_folder(one):
            yield _not_read(one, _("Put it in one of the folders of the pack."))
    for one in list_yaml(path / FOLDERS[2])[0]:
        if says_kind(one) == "mhscan/documents" and one.stem != "documents":
            yield _not_read(one, _("Call it documents.yaml."))


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
    near = nearest(name.casefold(), known)
    if near:
        return _("Did you mean '{word}'?").format(word=near)
    return _("Folders that are read: {names}.").format(names=", ".join((*KNOWN, FOLDERS[2])))


def _not_read(path: Path, hint: str) -> Problem:
    message = _("nothing in this folder is read") if is_folder(path) else _("this file is not read")
    return problem("MH017", message, Location(str(path)), hint)
