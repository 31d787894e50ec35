"""The settings of `mhscan validate` for a folder: `mhscan.toml`, or the table `[tool.mhscan]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.lint.code_filter import CodeFilter, codes_in, known_codes, unknown_codes
from mhscan.lint.toml_syntax import toml_problem
from mhscan.loading.files import read_text
from mhscan.loading.near import meant
from mhscan.loading.paths import is_file, is_there, real_path

OWN = "mhscan.toml"
SHARED = "pyproject.toml"
TABLE = "tool.mhscan"
KEYS = ["ignore", "select", "strict"]
TRUE = ("yes", "ja", "true", "1")
"""What somebody writes who means true."""
_HEAD = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")


def settings_files(folder: Path) -> list[tuple[Path, str]]:
    """Where settings for a folder can stand, the nearest first, each with the table; they need not be there.

    The search ends at a folder that holds `.git`.
    """
    found: list[tuple[Path, str]] = []
    for here in (folder, *real_path(folder).parents):
        found += [(here / OWN, ""), (here / SHARED, TABLE)]
        if is_there(here / ".git"):
            break
    return found


def read_settings(folder: Path) -> tuple[CodeFilter, list[Problem]]:
    """The choice that is made for a folder, there or in the nearest folder above it, and what is wrong with it."""
    for path, table in settings_files(folder):
        found = _read(path, table) if is_file(path) else None
        if found is not None:
            return found
    return CodeFilter(), []


@dataclass(frozen=True)
class _Source:
    """The text of a file with settings, and the name of the table in it that is about mhscan."""

    path: Path
    text: str
    table: str

    def problem(
        self, code: str, message: str, hint: str = "", *, key: str = "", word: str = "", suggestion: str = ""
    ) -> Problem:
        """A problem at a setting, or at a word in it; else at the head of the table."""
        return problem(code, message, self._place(key, word), hint, suggestion=suggestion)

    def _place(self, key: str, word: str) -> Location:
        """Where a setting, or a word in it, stands; the library that reads TOML does not say."""
        wanted = re.compile(rf"\s*[\"']?({re.escape(key)})[\"']?\s*=" if key else r"\s*\[([^\[\]]+)\]")
        lines = list(self._lines())
        n, match = next(((n, match) for n, (_, line) in enumerate(lines) if (match := wanted.match(line))), (0, None))
        if match is None:
            return Location(str(self.path))
        for number, line in lines[n:] if word else ():
            at = line.upper().find(word.upper(), match.end() if number == lines[n][0] else 0)
            if at >= 0:
                return Location(str(self.path), number, at + 1, at + 1 + len(word))
        return Location(str(self.path), lines[n][0], match.start(1) + 1, match.end(1) + 1)

    def _lines(self) -> Iterator[tuple[int, str]]:
        """The lines of the table with their numbers, its own head included."""
        inside = not self.table
        for number, line in enumerate(self.text.split("\n"), 1):
            if head := _HEAD.match(line):
                inside = head[1].replace(" ", "") == self.table
            if inside:
                yield number, line


def _read(path: Path, table: str) -> tuple[CodeFilter, list[Problem]] | None:
    """The choice in a file; nothing where the file is of others and says nothing about mhscan."""
    text, problems = read_text(path, str(path))
    if text is None:
        return CodeFilter(), problems
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (CodeFilter(), [toml_problem(str(path), text, error)]) if not table or "mhscan" in text else None
    for step in filter(None, table.split(".")):
        data = data.get(step) if isinstance(data, dict) else None
    if data is None:
        return None
    source = _Source(path, text, table)
    if not isinstance(data, dict):
        return CodeFilter(), [source.problem("MH015", _("a table is expected here"))]
    return _code_filter(data), [found for key, value in data.items() for found in _check(source, key, value)]


def _code_filter(data: dict[str, Any]) -> CodeFilter:
    """The choice that the right ones among the settings make."""
    codes = {key: codes_in(data[key]) for key in ("select", "ignore") if _is_words(data.get(key))}
    good = {key: tuple(one for one in found if not unknown_codes([one])) for key, found in codes.items()}
    return CodeFilter(good.get("select", ()), good.get("ignore", ()), data.get("strict") is True)


def _check(source: _Source, key: str, value: Any) -> Iterator[Problem]:
    """What is wrong with one setting."""
    if key not in KEYS:
        hint, near = meant(key, KEYS)
        message = _("unknown setting '{key}'").format(key=key)
        yield source.problem("MH014", message, hint, key=key, suggestion=near)
    elif key == "strict":
        if not isinstance(value, bool):
            better = "true" if str(value).lower() in TRUE else "true' or 'strict = false"
            hint = _("Write '{line}', without quotes.").format(line=f"strict = {better}")
            yield source.problem("MH015", _("true or false is expected here"), hint, key=key)
    elif not _is_words(value):
        better = str(list(codes_in([value]))) if isinstance(value, str) else "['MH5']"
        hint = _("Write {list}.").format(list=f"{key} = {better}")
        yield source.problem("MH015", _("a list of codes is expected here"), hint, key=key)
    else:
        yield from (_unknown_code(source, key, code) for code in unknown_codes(codes_in(value)))


def _unknown_code(source: _Source, key: str, code: str) -> Problem:
    hint, near = meant(code, known_codes())
    message = _("'{code}' is no code").format(code=code)
    hint = hint if near else _("All codes stand in docs/checks.md.")
    return source.problem("MH015", message, hint, key=key, word=code, suggestion=near)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
