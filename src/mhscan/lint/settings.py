"""The settings of `mhscan validate` for a folder: `mhscan.toml`, or the table `[tool.mhscan]` in `pyproject.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
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
    if not isinstance(data, dict):
        return CodeFilter(), [_wrong(path, text, table, "", _("a table is expected here"))]
    return _choice(data), [found for key, value in data.items() for found in _check(path, text, table, key, value)]


def _choice(data: dict[str, Any]) -> CodeFilter:
    """The choice that the right ones among the settings make."""
    codes = {key: codes_in(data[key]) for key in ("select", "ignore") if _is_words(data.get(key))}
    good = {key: tuple(one for one in found if not unknown_codes([one])) for key, found in codes.items()}
    return CodeFilter(good.get("select", ()), good.get("ignore", ()), data.get("strict") is True)


def _check(path: Path, text: str, table: str, key: str, value: Any) -> list[Problem]:
    """What is wrong with one setting."""
    if key not in KEYS:
        hint, near = meant(key, KEYS)
        message = _("unknown setting '{key}'").format(key=key)
        return [problem("MH014", message, _place(path, text, table, key), hint, suggestion=near)]
    if key == "strict":
        return [] if isinstance(value, bool) else [_no_truth(path, text, table, value)]
    if not _is_words(value):
        better = str(list(codes_in([value]))) if isinstance(value, str) else "['MH5']"
        hint = _("Write {list}.").format(list=f"{key} = {better}")
        return [_wrong(path, text, table, key, _("a list of codes is expected here"), hint)]
    found = []
    list_hint = _("All codes stand in docs/checks.md.")
    for code in unknown_codes(codes_in(value)):
        hint, near = meant(code, known_codes())
        message = _("'{code}' is no code").format(code=code)
        found.append(
            problem(
                "MH015", message, _place(path, text, table, key, code), hint if near else list_hint, suggestion=near
            )
        )
    return found


def _no_truth(path: Path, text: str, table: str, value: Any) -> Problem:
    """The problem of a setting that must be true or false."""
    better = {"yes": "true", "ja": "true", "true": "true", "1": "true"}.get(
        str(value).lower(), "true' or 'strict = false"
    )
    hint = _("Write '{line}', without quotes.").format(line=f"strict = {better}")
    return _wrong(path, text, table, "strict", _("true or false is expected here"), hint)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _wrong(path: Path, text: str, table: str, key: str, message: str, hint: str = "") -> Problem:
    return problem("MH015", message, _place(path, text, table, key), hint)


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
