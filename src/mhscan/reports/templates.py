"""Templates to text: strict, sandboxed, and with every text of a view as text."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from mhscan import language
from mhscan.errors import InputError
from mhscan.loading.shipped import shipped_pack
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


@lru_cache(maxsize=8)
def _environment(folder: Path, html: bool) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([folder / "templates", shipped_pack() / "templates"]),
        undefined=StrictUndefined,
        autoescape=html,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    environment.filters["md"] = markdown_text
    environment.globals.update(_=language._, ngettext=language.ngettext)
    return environment


def render_template(folder: Path, name: str, spoken: str, **view: object) -> str:
    """A template of a pack's folder, or else of the shipped pack, filled with a view, in the language `spoken`.

    Raises:
        InputError: the template is wrong, or asks for something that the view does not have.
    """
    environment = _environment(folder, name.endswith(".html.j2"))
    try:
        with language.speaking(spoken):
            return environment.get_template(name).render(**view)
    except TemplateError as error:
        raise _wrong_template(name, error) from error


def _wrong_template(name: str, error: TemplateError) -> InputError:
    line = getattr(error, "lineno", None)
    place = f"{getattr(error, 'filename', None) or name}:{line}" if line else name
    message = language._("The template {place} cannot be used: {why}").format(place=place, why=error.message)
    return InputError(message, language._("Mend the template; mhscan validate checks the templates of a pack."))
