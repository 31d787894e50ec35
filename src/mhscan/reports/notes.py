"""The words of whoever makes the documents: a file with headings beside the assessment.

Each heading names a document or a factor, by its id or title. What stands under it goes into that document, or beside
that factor, each time that the document is made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.answers.names import factors_now
from mhscan.codes import problem
from mhscan.errors import InputError, Location, Problem
from mhscan.language import _
from mhscan.loading.files import read_text
from mhscan.loading.near import nearest, suggest
from mhscan.loading.paths import is_there
from mhscan.pack.pack import Pack
from mhscan.reports.formats.documents import Registry
from mhscan.reports.views.words import NO_WORDS, BlockView, WordsView

if TYPE_CHECKING:
    from mhscan.reports.notes_markdown import NoteSection

Target = tuple[str, str]
"""`documents` or `factors`, and an id."""


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
    from mhscan.reports.notes_markdown import sections, without_comments  # noqa: PLC0415  few assessments have notes

    text, comments = without_comments(text)
    problems += [_comment(path, line) for line in comments]
    words: dict[str, dict[str, tuple[BlockView, ...]]] = {"documents": {}, "factors": {}}
    targets = _targets(pack, known)
    parts = list(sections(text, lambda title: bool(nearest(_folded(title), list(targets)))))
    problems += _missed(path, text, {part.line for part in parts if part.title}, targets)
    for part in parts:
        target = targets.get(_folded(part.title))
        if target is None:
            problems += _nowhere(path, part, targets)
        else:
            kind, key = target
            words[kind][key] = (*words[kind].get(key, ()), *part.blocks)
    return WordsView(**words), problems


def _targets(pack: Pack, known: Registry) -> dict[str, Target]:
    """What a heading can name; a document goes before a factor with the same name."""
    targets: dict[str, Target] = {old: ("factors", new) for old, new in factors_now(pack).items()}
    for factor in pack.factors:
        targets |= dict.fromkeys((factor.id, _folded(factor.title)), ("factors", factor.id))
    # A blank questionnaire is made of no assessment, so that no words go with it.
    for entry in (entry for entry in known.entries.values() if entry.needs != "questionnaire"):
        names = (*entry.names, *map(_folded, entry.title.values()))
        targets |= dict.fromkeys(names, ("documents", entry.id))
    return targets


def carried_notes(text: str, pack: Pack, old: Pack | None) -> tuple[str, dict[str, str]]:
    """The text with the headings that factors have in this version of the pack, and which headings that changes.

    An id that a factor had before becomes its id; with the `old` pack at hand, a title becomes its title of now.
    """
    from mhscan.reports.notes_markdown import sections  # noqa: PLC0415  few assessments have notes

    names = _headings_now(pack, old)
    changed: dict[str, str] = {}
    lines = text.split("\n")
    for part in sections(text, lambda _title: True):
        new, n = names.get(_folded(part.title)), part.line - 1
        if new and part.title in lines[n]:
            changed[part.title] = new
            lines[n] = lines[n].replace(part.title, new, 1)
    return "\n".join(lines), changed


def _headings_now(pack: Pack, old: Pack | None) -> dict[str, str]:
    """What to write for headings that named a factor in an older version."""
    ids, titles = factors_now(pack), {factor.id: factor.title for factor in pack.factors}
    factors = old.factors if old else ()
    before = {factor.title: titles.get(ids.get(factor.id, factor.id), factor.title) for factor in factors}
    present = set(map(_folded, titles.values()))
    return ids | {_folded(was): now for was, now in before.items() if was != now and _folded(was) not in present}


def _folded(title: str) -> str:
    """A title as it is compared: the form of letters, spaces, and signs that are not seen play no part."""
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", title) if unicodedata.category(sign) != "Cf")
    return " ".join(shown.casefold().split())


def _missed(path: Path, text: str, headings: set[int], targets: dict[str, Target]) -> Iterator[Problem]:
    """The problem of each line that looks like a heading and is none, so that what follows goes elsewhere."""
    for number, line in enumerate(text.split("\n"), 1):
        bare = line.lstrip("> \t*+-.)0123456789")
        title = bare.strip("# \t\N{NO-BREAK SPACE}")
        if number not in headings and bare.startswith("#") and _folded(title) in targets:
            message = _("this looks like the heading '{name}', but it stands in a list, a quotation or code")
            hint = _("Write it at the start of a line, with an empty line above it.")
            yield problem("MH620", message.format(name=title), Location(str(path), number), hint)


def _comment(path: Path, line: int) -> Problem:
    """The problem of a comment: it does not go along, and whoever wrote it has to know that."""
    hint = _("Take it out of the notes; what is meant for readers has to stand outside the comment.")
    return problem("MH620", _("this comment stands in no document"), Location(str(path), line), hint)


def _nowhere(path: Path, part: NoteSection, targets: dict[str, Target]) -> Iterator[Problem]:
    """The problem of words that no document shows."""
    if not part.title:
        if part.blocks:
            hint = _("Write a heading above it, such as: # {name}").format(name=next(iter(targets)))
            message = _("these words stand under no heading, so no document shows them")
            yield problem("MH620", message, Location(str(path)), hint)
        return
    ids = dict.fromkeys(key for _kind, key in targets.values())
    hint = suggest(_folded(part.title), list(targets)) or _("Possible here: {keys}.").format(keys=", ".join(ids))
    message = _("no document and no factor is called '{name}', so no document shows what stands under it")
    yield problem("MH620", message.format(name=part.title), Location(str(path), part.line), hint)
