"""A small pack on disk that a test breaks in one place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from mhscan.checks.validate import checked_folder, validate
from mhscan.errors import Problem
from mhscan.loading.packs import Folder

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
MODEL = "factors/model.yaml"


@dataclass(frozen=True)
class TinyPack:
    """A copy of the small pack; files are named from its top."""

    path: Path

    def edit(self, file: str, old: str, new: str) -> None:
        """Put one text in the place of another, which must be there exactly once."""
        text = (self.path / file).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))

    def write(self, file: str, content: str | bytes) -> None:
        """Write a whole file."""
        raw = content.encode() if isinstance(content, str) else content
        (self.path / file).write_bytes(raw)

    def at(self, file: str, text: str, into: int = 0) -> str:
        """The place FILE:LINE:COLUMN of a text that stands exactly once in a file, `into` characters further on."""
        whole = (self.path / file).read_text()
        assert whole.count(text) == 1, f"{text!r} stands {whole.count(text)} times in {file}"
        before = whole[: whole.index(text) + into]
        line = before.count("\n") + 1
        return f"{file}:{line}:{len(before) - before.rfind(chr(10))}"

    def folder(self) -> Folder:
        """The pack with all that is wrong with it, but for its templates."""
        return checked_folder(self.path)

    def found(self) -> list[Problem]:
        """All that validation says."""
        return validate([self.path], self.path)

    def problems(self) -> list[tuple[str, str]]:
        """The code and place of each problem, with files named from the top of the pack."""
        return [(one.code, str(one.location).removeprefix(f"{self.path}/")) for one in self.found()]


@pytest.fixture
def tiny_pack(tmp_path: Path) -> TinyPack:
    """A fresh copy of the small pack."""
    return TinyPack(Path(shutil.copytree(TINY, tmp_path / "pack")))
