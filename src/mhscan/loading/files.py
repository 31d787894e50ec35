"""Files to text: every way in which a file cannot be read, as a problem."""

from __future__ import annotations

import os
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _, why
from mhscan.loading.document import Document
from mhscan.loading.other_kinds import other_kind_of_bytes, problem_of
from mhscan.loading.paths import MAX_BYTES, is_file, is_link, is_yaml, mark_read, passed_over, read_start, real_path
from mhscan.loading.yaml_reader import read_yaml


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of a file in UTF-8, without a byte order mark and with `\\n` as line end; `name` is used in problems."""
    at = Location(name)
    try:
        raw = read_start(path) if is_file(path) else None
        if raw is None:
            return None, [_not_a_file(path, at)]
        mark_read(path)
    except OSError as error:
        return None, [_refused(error, at)]
    if len(raw) > MAX_BYTES:
        return None, [too_large(name)]
    kind = other_kind_of_bytes(raw)
    return (None, [problem_of(kind, name)]) if kind else decode(raw, name)


def too_large(name: str) -> Problem:
    """The problem of a file with more bytes than is read."""
    return problem("MH008", _("the file is larger than {n} MB").format(n=MAX_BYTES // 1024 // 1024), Location(name))


def list_yaml(folder: Path, root: Path | None = None) -> tuple[list[Path], list[Problem]]:
    """The files in YAML in a folder, as `list_files` lists them."""
    found, problems = list_files(folder, root=root)
    return [one for one in found if is_yaml(one)], problems


def list_files(
    folder: Path, ending: str = "", deep: bool = False, root: Path | None = None
) -> tuple[list[Path], list[Problem]]:
    """What is in a folder with names that end so, in order; none for a folder that does not exist.

    What is `passed_over` is left out. A folder that may not be read is a problem: half a pack must not pass for a whole
    one. So is a link that leads out of `root`, where that is given: nothing is read or listed through it.
    """
    found: list[Path] = []
    problems = link_out(folder, root) if root else []
    if problems:
        return found, problems

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):
            problems.append(_refused(error, Location(str(error.filename))))

    for here, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not passed_over(name)]
        there = [Path(here, name) for name in (*folders, *names) if name.endswith(ending) and not passed_over(name)]
        outside = {path for path in there if root and _leads_out(path, root)}
        problems += map(_not_followed, sorted(outside))
        found += [path for path in there if path not in outside]
        if not deep:
            break
    return sorted(found), problems


def link_out(path: Path, root: Path) -> list[Problem]:
    """The problem of a link, on the way from a folder to something in it, that leads out of the folder."""
    way = [one for one in (path, *path.parents) if one != root and one.is_relative_to(root)]
    return [_not_followed(one) for one in reversed(way) if _leads_out(one, root)][:1]


def _leads_out(path: Path, root: Path) -> bool:
    # A link to itself, or one that may not be looked at, leads nowhere: whoever reads it says so.
    return is_link(path) and not real_path(path).is_relative_to(real_path(root))


def _not_followed(path: Path) -> Problem:
    message = _("this is a link that leads out of the folder, and is not followed")
    return problem("MH019", message, Location(str(path)), _("Put the file itself here."))


def _refused(error: OSError, at: Location) -> Problem:
    hint = _("Check the name, and whether you may read it.")
    return problem("MH001", _("the file cannot be read: {why}").format(why=why(error)), at, hint)


def _not_a_file(path: Path, at: Location) -> Problem:
    if path.is_dir():
        return problem("MH001", _("this is a folder, not a file"), at, _("Name the file in it."))
    if path.exists():
        return problem("MH001", _("this is not an ordinary file"), at, _("Name an ordinary file."))
    if is_link(path):
        hint = _("Put the file itself here.")
        return problem("MH001", _("this link leads nowhere, or back to itself"), at, hint)
    return problem("MH001", _("this file does not exist"), at, _("Check the name and the folder."))


def decode(raw: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """The text of the content of a file, and what is wrong with it; `name` is used in problems."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _line_ends(error.object[: error.start].decode())
        at = Location(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
        hint = _("Save the file again as UTF-8; in most editors that is a choice under 'Save as'.")
        return None, [problem("MH003", _("the text is not UTF-8 from here on"), at, hint)]
    return _line_ends(text), []


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_document(path: Path, name: str | None = None) -> tuple[Document, list[Problem]]:
    """The data of a YAML file with places, and all that is wrong with it."""
    shown = name or str(path)
    return _document(read_text(path, shown), shown)


def document_of(raw: bytes, name: str) -> tuple[Document, list[Problem]]:
    """The same for the bytes of a file that lies elsewhere than on the disk."""
    return _document(decode(raw, name), name)


def _document(found: tuple[str | None, list[Problem]], name: str) -> tuple[Document, list[Problem]]:
    text, problems = found
    return (Document(name), problems) if text is None else read_yaml(text, name)
