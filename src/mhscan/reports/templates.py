"""Templates to text: strict, sandboxed, and with every text of a view as text."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mhscan.errors import InputError
from mhscan.language import _, ngettext, speaking
from mhscan.loading.paths import real_path
from mhscan.reports.folders import TEMPLATES, TemplateFolders
from mhscan.reports.parts.glossary import pieces, within, without
from mhscan.reports.views.described import Described
from mhscan.text import neutral

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~$^&])")
_LINE_START = re.compile(r"^(\d+)([.)])|^([-=:])")


def markdown_text(text: object) -> str:
    """A text that is only text in Markdown, in a paragraph and in a table cell; on one line."""
    line = " ".join(neutral(text).split())
    line = _MARKDOWN.sub(r"\\\1", line)
    return _LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def _finalize(value: object) -> object:
    """Each value without what a terminal or browser would obey; a macro's own markup stays as it is."""
    return value if hasattr(value, "__html__") else neutral(value)


class _Inside(FileSystemLoader):
    """Templates of one folder; a link that leads out of it is not followed."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template, where it stands, and whether that is still so."""
        try:
            found = super().get_source(environment, template)
        except TemplateNotFound:
            raise  # It is an OSError too.
        except (UnicodeDecodeError, OSError) as error:
            raise TemplateError(_("{name} cannot be read: {why}").format(name=template, why=error)) from error
        if not any(real_path(Path(found[1])).is_relative_to(real_path(Path(one))) for one in self.searchpath):
            raise TemplateNotFound(template)
        return found


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
def _environment(layers: tuple[Path, ...], shipped: Path, pack: Path, html: bool) -> ImmutableSandboxedEnvironment:
    named = {"pack": _Inside([pack, shipped]), "shipped": _Inside(shipped)}
    environment = _Sandbox(
        loader=ChoiceLoader([*(_Inside(one) for one in layers), PrefixLoader(named)]),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters["md"] = markdown_text
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


def render_here(page: Page) -> str:
    """A page as text, in this process.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have.
    """
    folders = page.folders
    environment = _environment(folders.layers, folders.shipped, folders.pack / TEMPLATES, page.html)
    try:
        with speaking(page.spoken):
            return environment.select_template(list(page.names)).render(**page.views)
    except TemplateError as error:
        raise wrong_template(page, error) from error


def known_words() -> tuple[frozenset[str], frozenset[str]]:
    """The names of the filters and of the tests that a template can use."""
    environment = _environment((), Path(), Path(), html=True)
    return frozenset(environment.filters), frozenset(environment.tests)


def wrong_template(page: Page, error: Exception) -> InputError:
    """The error of a template that cannot be used, with the place where it went wrong if that is known."""
    why = why_not(error)
    message = _("The template {place} cannot be used: {why}").format(place=_place(page, error), why=why)
    return InputError(message, _("Mend the template; mhscan validate checks the templates of a pack."))


def why_not(error: Exception) -> str:
    """What an error of a template says."""
    if isinstance(error, TemplateNotFound):
        return _("there is no template '{name}'").format(name=error.message)
    return str(error.message if isinstance(error, TemplateError) else error) or type(error).__name__


def _place(page: Page, error: Exception) -> str:
    """The file and line of a template in which an error arose, as far as these can be known."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name or page.names[0]}:{error.lineno}"
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".j2")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else page.names[0]
