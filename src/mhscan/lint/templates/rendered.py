"""The documents of a pack as they come out with templates of its own or of a user, or why they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mhscan.errors import InputError, Location
from mhscan.lint.templates.balance import unbalanced
from mhscan.lint.templates.source import Template, Templates, templates_of
from mhscan.lint.templates.trials import Trials, views
from mhscan.loading.document import Document
from mhscan.loading.files import list_yaml, read_document
from mhscan.loading.packs import build
from mhscan.loading.paths import is_file, real_path, yaml_file
from mhscan.pack.documents import DocumentEntry
from mhscan.pack.pack import Pack
from mhscan.reports.blank import blank_view
from mhscan.reports.formats.documents import read_list, registry
from mhscan.reports.formats.registry import FORMATS
from mhscan.reports.rendering.environment import Page
from mhscan.reports.rendering.faults import Fault
from mhscan.reports.rendering.folders import LIST, TemplateFolders
from mhscan.reports.rendering.pages import Job, View, page_of
from mhscan.reports.rendering.sandbox import try_render
from mhscan.reports.views.document import DocumentView
from mhscan.reports.views.style import PLAIN

_BETWEEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
"""What is not HTML in a template."""


def _blank(found: re.Match[str]) -> str:
    """As much space, on as many lines."""
    return re.sub(r"[^\n]", " ", found[0])


@dataclass(frozen=True)
class Rendered:
    """A document in a format, and what came of it."""

    folder: Templates
    document: DocumentView
    format: str
    outcome: str | Fault

    @property
    def template(self) -> Template | None:
        """The template in the folder that makes the document; nothing where it comes from elsewhere."""
        names = (f"{self.document.template}.{self.format}.j2", f"{self.document.template}.j2")
        own = {one.path.name: one for one in templates_of(self.folder)[0]}
        return next((own[name] for name in names if name in own), None)

    def place(self, fault: Fault) -> Location:
        """The innermost place in a template of the folder; else the start of the document's own, or of the list."""
        own = {real_path(one.path): one for one in templates_of(self.folder)[0]}
        for file, line in reversed(fault.places):
            if real_path(Path(file)) in own:
                return own[real_path(Path(file))].at(line, fault.word)
        return self.template.at(1) if self.template else self.listed()

    def tag(self, tag: str) -> Location:
        """Where a tag without counterpart comes from: a template in which it has none, else one in which it stands."""
        others = [one for one in templates_of(self.folder)[0] if one is not self.template]
        templates = [self.template, *others] if self.template else others
        for one in templates:
            alone = unbalanced(_BETWEEN.sub(_blank, one.text))
            if alone and alone.tag == tag:
                return one.at(alone.line, tag.strip("</>"))
        start = re.compile(re.escape(tag.rstrip(">")) + r"\b")
        for one in templates:
            found = start.search(one.text)
            if found:
                return one.at(one.text.count("\n", 0, found.start()) + 1, tag.strip("</>"))
        return templates[0].at(1) if templates else self.listed()

    def listed(self, block: str = "") -> Location:
        """Where the list of documents in the folder names this one, or its section for a block; else a template."""
        document = listed_in(self.folder)
        entries = document.data.get("documents", []) if document and isinstance(document.data, dict) else []
        for n, entry in enumerate(entries):
            if entry.get("id") == self.document.id and document:
                sections = [one.get("id", "").replace("-", "_") for one in entry.get("sections", [])]
                inside = ("sections", sections.index(block)) if block in sections else ()
                return document.locate(("documents", n, *inside, "id"))
        return templates_of(self.folder)[0][0].at(1)


def listed_in(folder: Templates) -> Document | None:
    """The list of documents in a folder with templates, if it has one."""
    path = yaml_file(folder.path / LIST)
    return read_document(path)[0] if path in list_yaml(folder.path, folder.path)[0] else None


@lru_cache(maxsize=2)
def rendered(folder: Templates) -> tuple[Rendered, ...]:
    """The documents that a folder changes: each format with typical answers, the first with minimal and maximal ones.

    Nothing where the pack or a list has errors, or the folder has nothing: the templates of mhscan itself are proven by
    its own tests.
    """
    try:
        jobs = list(_pages(folder)) if templates_of(folder)[0] or listed_in(folder) else []
    except InputError:
        return ()
    outcomes = try_render([page for _view, _name, page in jobs])
    return tuple(
        Rendered(folder, document, name, one) for (document, name, _page), one in zip(jobs, outcomes, strict=False)
    )


def _pages(folder: Templates) -> Iterator[tuple[DocumentView, str, Page]]:
    pack, folders = build(folder.pack), folder.folders
    known = registry(folders)
    entries = [one for one in known.entries.values() if _is_own(folder, one)]
    made = views(pack) if entries else None
    for entry in entries:
        document = known.view(entry.id, pack.model.language)
        for view, name in _wanted(pack, entry, made, _formats(folders, entry)):
            yield document, name, page_of(Job(folders, view, document, PLAIN), name, FORMATS[name].html)


def _wanted(pack: Pack, entry: DocumentEntry, made: Trials | None, formats: list[str]) -> list[tuple[View, str]]:
    """What a document is tried with, each with a format."""
    if entry.needs == "questionnaire":
        return [(blank_view(pack, one), name) for one in pack.questionnaires for name in formats]
    if made is None:
        return []
    minimal, typical, maximal = made
    others = [(typical, name) for name in formats[1:] or formats]
    return [(minimal, formats[0]), *others, (maximal, formats[0])]


def _formats(folders: TemplateFolders, entry: DocumentEntry) -> list[str]:
    """The formats that there are templates for; where there are none, one that will say so."""
    template = entry.template or entry.id
    made = [one.name for one in FORMATS.values() if one.templates]
    there = [
        name
        for name in made
        if any(is_file(layer / f"{template}{end}") for layer in folders.layers for end in (f".{name}.j2", ".j2"))
    ]
    return there or made[:1]


def _is_own(folder: Templates, entry: DocumentEntry) -> bool:
    """Whether templates or the list in the folder have a part in a document."""
    names = {one.path.name for one in templates_of(folder)[0]}
    farther = {folder.folders.shipped, *(one for one in folder.folders.layers if one != folder.path)}
    shared = any(name.startswith("_") and is_file(layer / name) for name in names for layer in farther)
    template = entry.template or entry.id
    own = {f"{template}.j2", *(f"{template}.{name}.j2" for name in FORMATS)} & names
    listed = read_list(folder.path)[0]
    return shared or bool(own) or any(one.id == entry.id for one in (listed.documents if listed else ()))
