"""The settings of `mhscan validate` for a folder: `mhscan.toml`, or the table `[tool.mhscan]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mhscan.checks.choice import Choice, codes_in, known_codes, unknown_codes
from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.files import read_text
from mhscan.loading.paths import is_file, is_there, real_path
from mhscan.loading.shape import meant

OWN = "mhscan.toml"
SHARED = "pyproject.toml"
TABLE = "tool.mhscan"
KEYS = ["ignore", "select", "strict"]
_HEAD = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?$")


def read_settings(folder: Path) -> tuple[Choice, list[Problem]]:
    """The choice that is made for a folder, there or in the nearest folder above it, and what is wrong with it.

    The search ends at a folder that holds `.git`.
    """
    for here in (folder, *real_path(folder).parents):
        for name, table in ((OWN, ""), (SHARED, TABLE)):
            path = here / name
            if is_file(path):
                found = _read(path, table)
                if found is not None:
                    return found
        if is_there(here / ".git"):
            break
    return Choice(), []


def _read(path: Path, table: str) -> tuple[Choice, list[Problem]] | None:
    """The choice in a file; nothing where the file is of others and says nothing about mhscan."""
    text, problems = read_text(path, str(path))
    if text is None:
        return Choice(), problems
    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (Choice(), [_syntax(path, text, error)]) if not table or "mhscan" in text else None
    for step in filter(None, table.split(".")):
        data = data.get(step) if isinstance(data, dict) else None
    if data is None:
        return None
    if not isinstance(data, dict):
        return Choice(), [_wrong(path, text, table, "", _("a table is expected here"))]
    return _choice(data), [found for key, value in data.items() for found in _check(path, text, table, key, value)]


def _choice(data: dict[str, Any]) -> Choice:
    """The choice that the right ones among the settings make."""
    codes = {key: codes_in(data[key]) for key in ("select", "ignore") if _is_words(data.get(key))}
    good = {key: tuple(one for one in found if not unknown_codes([one])) for key, found in codes.items()}
    return Choice(good.get("select", ()), good.get("ignore", ()), data.get("strict") is True)


def _check(path: Path, text: str, table: str, key: str, value: Any) -> list[Problem]:
    """What is wrong with one setting."""
    if key not in KEYS:
        hint, near = meant(key, KEYS)
        message = _("unknown setting '{key}'").format(key=key)
        return [problem("MH014", message, _place(path, text, table, key), hint, suggestion=near)]
    if key == "strict":
        return [] if isinstance(value, bool) else [_wrong(path, text, table, key, _("true or false is expected here"))]
    if not _is_words(value):
        return [_wrong(path, text, table, key, _("a list of codes is expected here, such as ['MH5']"))]
    found = []
    for code in unknown_codes(codes_in(value)):
        hint, near = meant(code, known_codes())
        message = _("'{code}' is no code").format(code=code)
        found.append(
            problem("MH015", message, _place(path, text, table, key, code), hint if near else "", "error", near)
        )
    return found


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _wrong(path: Path, text: str, table: str, key: str, message: str) -> Problem:
    return problem("MH015", message, _place(path, text, table, key))


def _syntax(path: Path, text: str, error: tomllib.TOMLDecodeError) -> Problem:
    """What is wrong with a text that is no TOML; the library says the place in its message only."""
    at = re.search(r"line (\d+), column (\d+)", str(error))
    line, column = (int(at[1]), int(at[2])) if at else (text.count("\n") + 1, 1)
    return problem("MH015", _("this is not valid TOML ({why})").format(why=error), Location(str(path), line, column))


def _place(path: Path, text: str, table: str, key: str, code: str = "") -> Location:
    """Where a setting, or a code in it, stands; the library that reads TOML does not say."""
    lines = list(_lines_of(text, table))
    wanted = re.compile(rf"\s*[\"']?({re.escape(key)})[\"']?\s*=" if key else r"\s*\[([^\[\]]+)\]")
    matches = ((n, match) for n, (_number, line) in enumerate(lines) if (match := wanted.match(line)))
    n, match = next(matches, (0, None))
    if match is None:
        return Location(str(path))
    for number, line in lines[n:] if code else ():
        at = line.upper().find(code.upper(), match.end() if number == lines[n][0] else 0)
        if at >= 0:
            return Location(str(path), number, at + 1, at + 1 + len(code))
    return Location(str(path), lines[n][0], match.start(1) + 1, match.end(1) + 1)


def _lines_of(text: str, table: str) -> Iterator[tuple[int, str]]:
    """The lines of a table with their numbers, its own head included."""
    inside = not table
    for number, line in enumerate(text.split("\n"), 1):
        if head := _HEAD.match(line):
            inside = head[1].replace(" ", "") == table
        if inside:
            yield number, line
