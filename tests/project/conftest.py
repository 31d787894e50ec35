"""A copy of the project, to follow recipes in."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
RECIPES = Path(__file__).parent / "recipes"
SKIPPED = shutil.ignore_patterns(
    ".git", ".venv", ".*_cache", ".hypothesis", ".coverage*", "__pycache__", "*.egg-info", "build", "dist", "recipes"
)
collect_ignore = ["recipes"]


@dataclass
class Project:
    """A copy of the project; `touched` are the files that somebody changed or made by hand."""

    path: Path
    touched: list[str] = field(default_factory=list)

    def add(self, recipe: str) -> None:
        """Put the new files of a recipe in their places."""
        files = [one for one in sorted((RECIPES / recipe).rglob("*")) if one.is_file() and one.suffix != ".pyc"]
        assert files
        for file in files:
            self.write(file.relative_to(RECIPES / recipe).as_posix(), file.read_text(encoding="utf-8"))

    def write(self, name: str, text: str) -> None:
        """Make a file."""
        assert not (self.path / name).exists(), (
            f"{name} is in the project now: give the example in recipes/ another name"
        )
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_text(text, encoding="utf-8")
        self.touched.append(name)

    def append(self, name: str, text: str) -> None:
        """Put a text at the end of a file."""
        whole = (self.path / name).read_text(encoding="utf-8")
        (self.path / name).write_text(whole + text, encoding="utf-8")
        self.touched.append(name)

    def change(self, name: str, old: str, new: str) -> None:
        """Put a text in the place of another, which stands there once."""
        text = (self.path / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (self.path / name).write_text(text.replace(old, new), encoding="utf-8")
        self.touched.append(name)

    def translate(self, language: str) -> None:
        """Give each sentence that has no translation the Dutch one, or its own words."""
        folder = self.path / "src" / "mhscan" / "locale"
        dutch = read_po(io.BytesIO((folder / "nl/LC_MESSAGES/mhscan.po").read_bytes()))
        file = folder / language / "LC_MESSAGES" / "mhscan.po"
        catalog = read_po(io.BytesIO(file.read_bytes()))
        for message in catalog:
            if message.id and not any(message.string):
                known = dutch.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
                message.string = known.string if known is not None and any(known.string) else message.id
        with file.open("wb") as stream:
            write_po(stream, catalog)

    def run(self, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Python in the copy."""
        here = {**os.environ, "PYTHONPATH": str(self.path / "src"), "MHSCAN_LANG": "en", **settings}
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=self.path, env=here, capture_output=True, text=True, check=False)

    def mhscan(self, *arguments: str) -> str:
        """What the program of the copy writes; it has to end well."""
        done = self.run("-m", "mhscan", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def complaints(self, *commands: tuple[str, ...]) -> list[str]:
        """What commands that look whether all is well have to say; nothing where they are content."""
        done = [self.run(*command) for command in commands]
        return [line for one in done if one.returncode for line in (one.stdout + one.stderr).splitlines()]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A fresh copy, for a whole module."""
    path = tmp_path_factory.mktemp("copy") / "mhscan"
    return Project(shutil.copytree(ROOT, path, symlinks=True, ignore=SKIPPED))
