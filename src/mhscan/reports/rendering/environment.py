"""Templates to text: strict, sandboxed, and with every text of a view as text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateNotFound,
)
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mhscan.language import _, ngettext, speaking
from mhscan.loading.files import read_text
from mhscan.loading.paths import is_file, real_path
from mhscan.reports.links import pieces as pieces_of
from mhscan.reports.parts.glossary import pieces, within, without
from mhscan.reports.rendering.faults import UnreadableTemplateError, fault_of
from mhscan.reports.rendering.folders import TEMPLATES, TemplateFolders
from mhscan.reports.rendering.prepared import file_name, prepared_code
from mhscan.reports.views.described import Described
from mhscan.text import neutral

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$^&])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-=:])")


def markdown_text(text: object, links: bool = True) -> str:
    """A text that is only text in Markdown, but for addresses; in a paragraph and in a table cell, on one line.

    Without `links` an address is text as well: a link cannot hold another one.
    """
    whole = " ".join(neutral(text).split())
    parts = pieces_of(whole) if links else [(whole, "")]
    line = "".join(f"<{to}>" if to else _MARKDOWN.sub(r"\\\1", words) for words, to in parts)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def markdown_piece(text: object, links: bool = True) -> str:
    """A piece of a line that is only text in Markdown; a space at its start and at its end stays."""
    line = neutral(text)
    body = markdown_text(line, links)
    if not body:
        return " " if line else ""
    return f"{' ' * line[:1].isspace()}{body}{' ' * line[-1:].isspace()}"


def _finalize(value: object) -> object:
    """Each value without what a terminal or browser would obey; a macro's own markup stays as it is."""
    return value if hasattr(value, "__html__") else neutral(value)


class _Inside(BaseLoader):
    """Templates of one folder; a link that leads out of it is not followed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, where it stands, and whether that is still so."""
        path = self._folder.joinpath(*split_template_path(template))
        if not is_file(path) or not real_path(path).is_relative_to(real_path(self._folder)):
            raise TemplateNotFound(template)
        text, _problems = read_text(path, str(path))
        if text is None:
            raise UnreadableTemplateError(path)
        made = _changed(path)
        return text, str(path), lambda: _changed(path) == made

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002
    ) -> Template:
        """A template, from what was prepared of it if it was."""
        source, place, is_current = self.get_source(environment, name)
        code = prepared_code(name, source, place, bool(environment.autoescape))
        if code is None:
            return super().load(environment, name, globals)
        return environment.template_class.from_code(environment, code, globals or {}, is_current)


def _changed(path: Path) -> int:
    """When a file was changed last, in nanoseconds; 0 where it is not there any more."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way to the fields of a view: these are data, whatever they are called."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """An attribute of something, or that there is none."""
        if isinstance(obj, Described) and attribute in obj.__dataclass_fields__:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A member of something, or that there is none."""
        if isinstance(obj, Described) and isinstance(argument, str) and argument in obj.__dataclass_fields__:
            return getattr(obj, argument)
        return super().getitem(obj, argument)


@lru_cache(maxsize=8)
def environment_for(layers: tuple[Path, ...], shipped: Path, pack: Path, html: bool) -> ImmutableSandboxedEnvironment:
    """What reads and fills templates: of some layers of folders, the nearest first."""
    named = {"pack": ChoiceLoader([_Inside(pack), _Inside(shipped)]), "shipped": _Inside(shipped)}
    environment = _Sandbox(
        loader=ChoiceLoader([*(_Inside(layer) for layer in layers), PrefixLoader(named)]),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters.update(md=markdown_text, md_piece=markdown_piece)
    environment.filters.update(pieces=pieces, within=within, without=without)
    environment.globals.update(_=_, ngettext=ngettext)
    return environment


@dataclass(frozen=True)
class Page:
    """What is rendered: the first of some templates that there is, filled with views, in the language `spoken`.

    `html` says whether what the template gets has to be escaped as HTML.
    """

    folders: TemplateFolders
    names: tuple[str, ...]
    html: bool
    spoken: str
    views: Mapping[str, object]


def rendered(page: Page) -> str:
    """A page as text, in this process; raises whatever goes wrong in the template."""
    folders = page.folders
    environment = environment_for(folders.layers, folders.shipped, folders.pack / TEMPLATES, page.html)
    with speaking(page.spoken):
        return environment.select_template(list(page.names)).render(**page.views)


def render_here(page: Page) -> str:
    """A page as text, in this process.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have.
    """
    try:
        return rendered(page)
    except TemplateError as error:
        raise fault_of(error).refusal(page.names[0]) from error


def known_words() -> tuple[frozenset[str], frozenset[str]]:
    """The names of the filters and of the tests that a template can use."""
    environment = environment_for((), Path(), Path(), html=True)
    return frozenset(environment.filters), frozenset(environment.tests)


def prepare_templates(folder: Path) -> dict[str, str]:
    """What `prepared_code` reads of the templates in a folder: the text of each file, by its name."""
    made = {}
    for file in sorted(folder.glob("*.j2")):
        for html in _kinds(file.name):
            source = file.read_text(encoding="utf-8")
            code = environment_for((folder,), folder, folder, html).compile(source, file.name, file.name, raw=True)
            made[file_name(file.name, source, html)] = code + "\n"
    return made


def _kinds(name: str) -> tuple[bool, ...]:
    """Whether a template is filled as HTML, as its name says; both ways where it does not say."""
    kinds = Path(name).suffixes[:-1]
    return (kinds[-1] in (".html", ".css"),) if kinds else (False, True)
