"""What was worked out of the shipped pack when mhscan was installed, so that no start has to do it again.

The build of the wheel, and of an installation in place, reads and checks the pack and keeps the result as a pickle in
the folder of `loading.shipped.prepared_folder`; see `hatch_build.py` and docs/decisions/0019-start-up.md. A pickle is
code. So it is read from that folder alone, which is written by whoever installs mhscan, as the code itself is; never
from a folder of a user, and none is written when the program runs.

It counts only if it was made of just these bytes of the pack, by this release of mhscan and of pydantic; in a checkout,
where code changes without a release, also by just these modules. Otherwise, and without it, the pack is read from its
files.
"""

from __future__ import annotations

import hashlib
import pickle
from io import BytesIO
from pathlib import Path
from typing import Any

from pydantic import VERSION, BaseModel

from mhscan.__about__ import __version__
from mhscan.loading.files import list_yaml
from mhscan.loading.packs import READ
from mhscan.loading.paths import mark_read
from mhscan.loading.shipped import HERE, prepared_folder, shipped_pack
from mhscan.pack.pack import Pack

PACK = "pack.pickle"
SIZE = hashlib.sha256().digest_size
CODE = ("*.py", "pack/*.py", "questions/*.py", "loading/*.py", "integrity/**/*.py")
"""The modules that make a pack of files."""


def prepared_pack(folder: Path) -> Pack | None:
    """The pack in a folder, if it is the shipped one and was prepared as it is now; nothing otherwise.

    Raises:
        InputError: the installation is incomplete.
    """
    kept = prepared_folder() / PACK
    if folder.absolute() != shipped_pack() or not kept.is_file():
        return None
    try:
        content = kept.read_bytes()
        files = _data_files(folder)
        if not _is_of(content, folder, files):
            return None
        for file in files:
            mark_read(file)
    except OSError:
        return None
    pack = pickle.loads(content[2 * SIZE :])
    return pack if isinstance(pack, Pack) else None


def prepare_pack(folder: Path, pack: Pack) -> bytes:
    """What `prepared_pack` reads: the same bytes for the same pack, code and release of pydantic."""
    stream = BytesIO()
    _Pickler(stream, protocol=5).dump(pack)
    return _digest_of_data(folder, _data_files(folder)) + _digest_of_code() + stream.getvalue()


def _is_of(content: bytes, folder: Path, files: list[Path]) -> bool:
    """Whether something was prepared of these files, by this code."""
    if content[:SIZE] != _digest_of_data(folder, files):
        return False
    return folder == HERE or content[SIZE : 2 * SIZE] == _digest_of_code()


class _Pickler(pickle.Pickler):
    """Keeps the names of the fields that were given in order; a set stands in another order in each process."""

    def reducer_override(self, value: Any) -> Any:
        """How a value is taken apart, where not in the usual way."""
        if not isinstance(value, BaseModel):
            return NotImplemented
        return _model, (type(value), vars(value), tuple(sorted(value.model_fields_set)))


def _model(kind: type[BaseModel], values: dict[str, Any], given: tuple[str, ...]) -> BaseModel:
    """A model with values that were checked before."""
    model = kind.__new__(kind)
    model.__setstate__(
        {
            "__dict__": values,
            "__pydantic_fields_set__": set(given),
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return model


def _data_files(folder: Path) -> list[Path]:
    """The files that a pack is read from; none where something is wrong with one, so that it is read as usual."""
    files: list[Path] = []
    for name in READ:
        found, problems = list_yaml(folder / name, folder)
        if problems:
            return []
        files += found
    return files


def _digest_of_data(folder: Path, files: list[Path]) -> bytes:
    """The digest of the files of a pack, and of the releases that read them.

    Raises:
        OSError: a file cannot be read.
    """
    return _digest(f"{__version__} {VERSION}", folder, files)


def _digest_of_code() -> bytes:
    return _digest("", HERE, sorted(file for pattern in CODE for file in HERE.glob(pattern)))


def _digest(start: str, folder: Path, files: list[Path]) -> bytes:
    digest = hashlib.sha256(start.encode())
    for file in files:
        content = file.read_bytes()
        digest.update(f"\n{file.relative_to(folder).as_posix()} {len(content)}\n".encode() + content)
    return digest.digest()
