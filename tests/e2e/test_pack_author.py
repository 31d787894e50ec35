"""The page for authors, followed word for word: its commands are run, its files are written, its output is compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "pack-author" / "README.md"
MORE = PAGE.with_name("more.md")
KINDS = (
    "documents@1",
    "migration@1",
    "scenario@1",
    *(f"type: {one}" for one in ("multi", "number", "yesno", "date", "text")),
)
WRITE = re.compile(r"Write this into `([^`]+)`:$")
REPLACE = re.compile(r"In `([^`]+)`, put this in the place of `(.+)`:$")
BELOW = re.compile(r"In `([^`]+)`, put this below `(.+)`:$")


class Author:
    """Somebody who does what the page says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        who = {
            "GIT_AUTHOR_NAME": "A",
            "GIT_AUTHOR_EMAIL": "a@b",
            "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@b",
        }
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        self.settings = {**os.environ, **who, "PATH": path, "COLUMNS": "80", "SOURCE_DATE_EPOCH": "1777629600"}
        self.done: list[str] = []

    def type(self, command: str) -> list[str]:
        """The lines that a command shows."""
        self.done.append(command)
        words = command.split()
        if words[0] == "cd":
            self.folder /= words[1]
            return []
        if words[0] == "export":
            name, _is, value = words[1].partition("=")
            self.settings[name] = value
            return []
        shell = ["bash", "-c", f"{command} 2>&1"]
        done = subprocess.run(shell, cwd=self.folder, env=self.settings, capture_output=True, text=True, check=False)
        return done.stdout.splitlines()

    def edit(self, said: str, block: str) -> None:
        """Do with a block of text what the sentence above it says."""
        if found := WRITE.search(said):
            path = self.folder / found[1]
            assert not path.exists()
            path.write_text(block, encoding="utf-8")
        elif found := REPLACE.search(said) or BELOW.search(said):
            self._line(self.folder / found[1], found[2], block, keep=bool(BELOW.search(said)))
        else:
            pytest.fail(f"nobody can tell what to do with the block under: {said}")

    @staticmethod
    def _line(path: Path, wanted: str, block: str, keep: bool) -> None:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        (number,) = [n for n, line in enumerate(lines) if wanted in line]
        lines[number] = (lines[number] if keep else "") + block
        path.write_text("".join(lines), encoding="utf-8")


def steps(page: Path) -> list[tuple[str, str, str]]:
    """Each block of the page with its kind and the line above it."""
    found, above = [], ""
    lines = iter(page.read_text(encoding="utf-8").split("\n"))
    for line in lines:
        if line.startswith("```"):
            block = []
            for inner in lines:
                if inner == "```":
                    break
                block.append(f"{inner}\n")
            found.append((line.removeprefix("```"), above, "".join(block)))
        elif line:
            above = line
    return found


def commands(block: str) -> list[tuple[str, list[str]]]:
    """Each command of a block with the lines that it should show."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def same(shown: list[str], wanted: list[str]) -> bool:
    """Whether the lines are those of the page, where three dots stand for the rest of a line, or for any lines."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else f"{_line_pattern(line)}\n" for line in wanted)
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in shown)) is not None


def _line_pattern(line: str) -> str:
    return re.escape(line.removesuffix("...")) + (".*" if line.endswith("...") else "")


def followed(page: Path, folder: Path) -> Author:
    """Somebody who did all that a page says, and saw what it shows."""
    author = Author(folder)
    for kind, above, block in steps(page):
        if kind == "yaml":
            author.edit(above, block)
            continue
        assert kind == "console"
        for command, wanted in commands(block):
            shown = author.type(command)
            assert same(shown, wanted), f"$ {command}\n" + "\n".join(shown)
    return author


def test_the_page_leads_from_nothing_to_a_pack(tmp_path):
    author = followed(PAGE, tmp_path)
    assert len(author.done) >= 20
    assert (author.folder / "report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert author.type("git status --short") == []


def test_the_page_about_the_rest_shows_what_comes_of_each_thing(tmp_path):
    author = followed(MORE, tmp_path)
    assert len(author.done) >= 20
    files = "\n".join(path.read_text(encoding="utf-8") for path in author.folder.rglob("*.yaml"))
    for key in (*("applies_if", "aggregate", "combine", "carriers", "aliases", "requires", "glossary@1"), *KINDS):
        assert key in files, key


def test_every_link_of_the_pages_leads_somewhere():
    pages = sorted(PAGE.parent.glob("*.md"))
    links = [(page, link) for page in pages for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))]
    assert len(links) >= 4
    assert [link for page, link in links if not (page.parent / link).exists()] == []
