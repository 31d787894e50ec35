"""Templates to text: strict, sandboxed, and with every text of a view as text."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mhscan import language
from mhscan.errors import InputError
from mhscan.reports.folders import TEMPLATES, TemplateFolders
from mhscan.reports.parts.glossary import pieces, without
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
            raise TemplateError(language._("{name} cannot be read: {why}").format(name=template, why=error)) from error
        if not any(Path(found[1]).resolve().is_relative_to(Path(one).resolve()) for one in self.searchpath):
            raise TemplateNotFound(template)
        return found


@lru_cache(maxsize=8)
def _environment(layers: tuple[Path, ...], shipped: Path, pack: Path, html: bool) -> ImmutableSandboxedEnvironment:
    named = {"pack": _Inside([pack, shipped]), "shipped": _Inside(shipped)}
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*(_Inside(one) for one in layers), PrefixLoader(named)]),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters["md"] = markdown_text
    environment.filters.update(pieces=pieces, without=without)
    environment.globals.update(_=language._, ngettext=language.ngettext)
    return environment


def render_template(folders: TemplateFolders, names: list[str], html: bool, spoken: str, **view: object) -> str:
    """The first of some templates that there is, filled with a view, in the language `spoken`.

    `html` says whether what it gets has to be escaped as HTML.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have.
    """
    environment = _environment(folders.layers, folders.shipped, folders.pack / TEMPLATES, html)
    try:
        with language.speaking(spoken):
            return environment.select_template(names).render(**view)
    except TemplateError as error:
        raise _wrong_template(names[0], error) from error


def _wrong_template(name: str, error: TemplateError) -> InputError:
    line = getattr(error, "lineno", None)
    place = f"{getattr(error, 'filename', None) or name}:{line}" if line else name
    message = language._("The template {place} cannot be used: {why}").format(place=place, why=error.message)
    return InputError(message, language._("Mend the template; mhscan validate checks the templates of a pack."))
