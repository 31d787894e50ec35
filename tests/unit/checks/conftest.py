"""A small pack on disk that a test breaks in one place."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from mhscan.checks.validate import validate
from mhscan.errors import Problem

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"
MARK = "¦"
NEWLINE = "\n"


@dataclass(frozen=True)
class TinyPack:
    """A copy of the small pack; files are named from its top."""

    path: Path

    def edit(self, file: str, old: str, new: str) -> list[str]:
        """Put one text in the place of another, which must be there exactly once.

        Gives the places, as FILE:LINE:COLUMN, that are marked with ¦ in the new text; the marks are not written.
        """
        text = (self.path / file).read_text()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        parts = text.replace(old, new).split(MARK)
        self.write(file, "".join(parts))
        before = ["".join(parts[:n]) for n in range(1, len(parts))]
        return [f"{file}:{one.count(NEWLINE) + 1}:{len(one) - one.rfind(NEWLINE)}" for one in before]

    def write(self, file: str, content: str | bytes) -> None:
        """Write a whole file."""
        raw = content.encode() if isinstance(content, str) else content
        (self.path / file).write_bytes(raw)

    def found(self) -> list[Problem]:
        """All errors that validation says; what a pack could do better is for the examples of each check."""
        return [one for one in validate([self.path], self.path) if one.severity == "error"]

    def problems(self) -> list[tuple[str, str]]:
        """The code and place of each problem, with files named from the top of the pack."""
        return [(one.code, str(one.location).removeprefix(f"{self.path}/")) for one in self.found()]


@pytest.fixture
def tiny_pack(tmp_path: Path) -> TinyPack:
    """A fresh copy of the small pack."""
    return TinyPack(Path(shutil.copytree(TINY, tmp_path / "pack")))
