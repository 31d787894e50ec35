"""The templates in a folder as text, and where something stands in one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mhscan.errors import Location, Problem
from mhscan.loading.files import list_files, read_text
from mhscan.loading.packs import Folder
from mhscan.reports.rendering.folders import TemplateFolders


@dataclass(frozen=True)
class Templates:
    """A folder with templates, and the pack that their documents are made of; it may be the folder of that pack."""

    path: Path
    pack: Folder

    @property
    def folders(self) -> TemplateFolders:
        """Where a document that they change is made from, this folder first."""
        return TemplateFolders(self.pack.path, self.path)


@dataclass(frozen=True)
class Template:
    """A template: its file, and its text."""

    path: Path
    text: str

    def at(self, line: int, word: str = "") -> Location:
        """The place of a word on a line; without one, or where it is not there, that of the first tag of the line."""
        lines = self.text.split("\n")
        number = min(max(line, 1), len(lines))
        said = lines[number - 1]
        found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", said) if word else None
        found = found or re.search(r"\{[%{#].*?(?:[%}#]\}|$)", said) or re.search(r"\S+", said)
        if found is None:
            return Location(str(self.path), number)
        return Location(str(self.path), number, found.start() + 1, found.end() + 1)


@lru_cache(maxsize=8)
def templates_of(folder: Templates) -> tuple[tuple[Template, ...], tuple[Problem, ...]]:
    """Each template in a folder, and what is wrong with those that cannot be read as text."""
    files, problems = list_files(folder.path, "", deep=True, root=folder.path)
    found = []
    for path in (one for one in files if one.suffix == ".j2"):
        text, wrong = read_text(path, str(path))
        problems += wrong
        found += [Template(path, text)] if text is not None else []
    return tuple(found), tuple(problems)
