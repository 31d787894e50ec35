"""The words of whoever makes the documents: a file with headings beside the assessment.

Each heading names a document or a factor, by its id or title. What stands under it goes into that document, or beside
that factor, each time that the document is made. It is only text: paragraphs, and lists of lines that start with `- `.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mhscan.codes import problem
from mhscan.errors import InputError, Location, Problem
from mhscan.language import _
from mhscan.loading.files import read_text
from mhscan.loading.paths import is_there
from mhscan.loading.shape import suggest
from mhscan.pack.pack import Pack
from mhscan.reports.registry import Registry
from mhscan.reports.views.words import NO_WORDS, BlockView, WordsView

_HEADING = re.compile(r"#{1,6}[ \t]+(.*?)[ \t#]*$")
_ITEM = re.compile(r"[-*][ \t]+(.*)")
Target = tuple[str, str]
"""`documents` or `factors`, and an id."""


@dataclass
class _Part:
    """What stands under one heading."""

    title: str
    line: int
    lines: list[str] = field(default_factory=list)


def notes_path(assessment: Path) -> Path:
    """Where the notes of an assessment stand: `scan.notes.md` beside `scan.yaml`."""
    return assessment.with_name(f"{assessment.stem}.notes.md")


def read_notes(path: Path, pack: Pack, known: Registry) -> tuple[WordsView, list[Problem]]:
    """The words in a file with notes, and what in it is shown nowhere; nothing where there is no such file.

    Raises:
        InputError: the file is there and cannot be read.
    """
    if not is_there(path):
        return NO_WORDS, []
    text, problems = read_text(path, str(path))
    if text is None:
        raise InputError(_("The notes {path} cannot be read.").format(path=path), "", tuple(problems))
    words: dict[str, dict[str, tuple[BlockView, ...]]] = {"documents": {}, "factors": {}}
    targets = _targets(pack, known)
    for part in _parts(text):
        target = targets.get(part.title.casefold())
        if target is None:
            problems += _nowhere(path, part, targets)
        else:
            kind, one = target
            words[kind][one] = (*words[kind].get(one, ()), *_blocks(part.lines))
    return WordsView(**words), problems


def _targets(pack: Pack, known: Registry) -> dict[str, Target]:
    """What a heading can name; a document goes before a factor with the same name."""
    found: dict[str, Target] = {}
    for factor in pack.factors:
        found |= dict.fromkeys((factor.id, factor.title.casefold()), ("factors", factor.id))
    # A blank questionnaire is made of no assessment, so that no words go with it.
    for entry in (one for one in known.entries.values() if one.needs != "questionnaire"):
        titles = (title.casefold() for title in entry.title.values())
        found |= dict.fromkeys((entry.id, *titles), ("documents", entry.id))
    return found


def _parts(text: str) -> Iterator[_Part]:
    part = _Part("", 1)
    for number, line in enumerate(text.split("\n"), 1):
        heading = _HEADING.match(line)
        if heading:
            yield part
            part = _Part(heading[1], number)
        else:
            part.lines.append(line)
    yield part


def _nowhere(path: Path, part: _Part, targets: dict[str, Target]) -> Iterator[Problem]:
    """The problem of words that no document shows."""
    if not part.title:
        if any(line.strip() for line in part.lines):
            hint = _("Write a heading above it, such as: # {name}").format(name=next(iter(targets)))
            yield problem(
                "MH620",
                _("these words stand under no heading, so no document shows them"),
                Location(str(path)),
                hint,
                "warning",
            )
        return
    ids = dict.fromkeys(one for _kind, one in targets.values())
    hint = suggest(part.title.casefold(), list(targets)) or _("Possible here: {keys}.").format(keys=", ".join(ids))
    message = _("no document and no factor is called '{name}', so no document shows what stands under it")
    yield problem("MH620", message.format(name=part.title), Location(str(path), part.line), hint, "warning")


def _blocks(lines: list[str]) -> Iterator[BlockView]:
    """Paragraphs and lists; lines that follow each other make one paragraph."""
    paragraph: list[str] = []
    items: list[str] = []
    for line in [*lines, ""]:
        item = _ITEM.match(line)
        if paragraph and (item or not line.strip()):
            yield BlockView("paragraphs", (" ".join(paragraph),))
            paragraph = []
        if items and not item and not line.startswith((" ", "\t")):
            yield BlockView("list", tuple(items))
            items = []
        if item:
            items.append(item[1].strip())
        elif items and line.strip():
            items[-1] += f" {line.strip()}"
        elif line.strip():
            paragraph.append(line.strip())
