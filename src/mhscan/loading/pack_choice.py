"""Which pack is meant: one rule for every command.

It is the pack that is named; else the one whose folder this is; else the one that goes with the assessment (see
`answers.pack_choice`); else the shipped one.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import list_files, read_document
from mhscan.loading.packs import Folder, model_file
from mhscan.loading.paths import is_folder
from mhscan.loading.shipped import shipped_pack
from mhscan.pack.pack import Pack
from mhscan.text import shell

Origin = Literal["named", "here", "kept", "around", "shipped"]
"""Named by somebody; of this folder; kept with the assessment; of the folder of the assessment; of mhscan itself."""
SHIPPED = "shipped"
"""The name under which the pack that comes with mhscan can be asked for."""
MANY = 500
"""So many folders are looked into for packs to name, at most."""


@dataclass(frozen=True)
class PackChoice:
    """The folder of a pack, and why it is this one."""

    folder: Path
    origin: Origin


@dataclass(frozen=True)
class PackUse:
    """A pack that was used, as far as it is told: where it lies and why it is this one, and how many files it has."""

    folder: Path
    origin: Origin
    id: str
    version: str
    files: int


def use_of_folder(folder: Folder, origin: Origin = "named") -> PackUse | None:
    """A pack as it lies on disk, as it is told which one was used; nothing where its model cannot be read."""
    model = folder.model()
    if model is None:
        return None
    return PackUse(folder.path, origin, model[1].id, model[1].version, len(folder.parts))


def use_of(pack: Pack, choice: PackChoice) -> PackUse:
    """A pack, as it is told which one was used."""
    return PackUse(choice.folder, choice.origin, pack.model.id, pack.model.version, pack.files)


def choose_pack(named: Path | None) -> PackChoice:
    """The pack for a command without an assessment.

    Raises:
        InputError: the folder that was named has no pack.
    """
    return pack_asked_for(named) or PackChoice(shipped_pack(), "shipped")


def pack_asked_for(named: Path | None) -> PackChoice | None:
    """The pack that was named, else the one whose folder this is; nothing where there is neither.

    Raises:
        InputError: the folder that was named has no pack.
    """
    if named is not None:
        return PackChoice(_named(named), "named")
    here = pack_around(Path())
    return PackChoice(here, "here") if here is not None else None


def choose_pack_of(wanted: str, place: Path, named: Path | None) -> PackChoice:
    """The pack for a file that lies in a folder (`place`) and says the id of its pack (`wanted`).

    Raises:
        InputError: the folder that was named has no pack.
    """
    asked = pack_asked_for(named)
    if asked is not None:
        return asked
    around = pack_around(place)
    if around is not None and pack_id(around) == wanted:
        return PackChoice(around, "around")
    return PackChoice(shipped_pack(), "shipped")


def _named(folder: Path) -> Path:
    if is_folder(folder / "factors"):
        return folder
    if str(folder) == SHIPPED:
        return shipped_pack()
    message = _("There is no pack in {path}.") if is_folder(folder) else _("The folder {path} does not exist.")
    hint = named_packs(packs_near(folder) or packs_near(Path()))
    hint = hint or _("A pack is a folder with factors/model.yaml, questionnaires/ and templates/.")
    raise InputError(message.format(path=folder), hint)


def is_pack(folder: Path) -> bool:
    """Whether there is a pack in this folder; what may not be looked at is none."""
    try:
        return model_file(folder).is_file()
    except OSError:
        return False


def pack_around(place: Path) -> Path | None:
    """The pack that a folder is, or lies in: the nearest one; named as the folder itself is named."""
    whole = place.absolute()
    found = next((one for one in (whole, *whole.parents) if is_pack(one)), None)
    if found is None or place.is_absolute():
        return found
    return Path(os.path.relpath(found))


def packs_near(folder: Path) -> tuple[Path, ...]:
    """The pack that a folder lies in, else the packs in it, at most two folders deep."""
    around = pack_around(folder)
    if around is not None:
        return (around,)
    first = _folders(folder)
    every = (one for one in (*first, *(below for one in first for below in _folders(one))) if is_pack(one))
    return tuple(islice(every, 5))


def _folders(folder: Path) -> list[Path]:
    return [one for one in list_files(folder)[0][:MANY] if is_folder(one)]


def named_packs(folders: tuple[Path, ...]) -> str:
    """A hint that names folders with packs; empty where there is none."""
    return _("Packs are in: {folders}.").format(folders=", ".join(map(shell, folders))) if folders else ""


def pack_id(folder: Path) -> str:
    """The id of the pack in a folder, as far as it can be read."""
    data = read_document(model_file(folder))[0].data
    return str(data.get("id", "")) if isinstance(data, dict) else ""
