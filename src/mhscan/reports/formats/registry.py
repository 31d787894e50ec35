"""The formats of a document: a new one is a file beside this one and a line here; and which one a name asks for.

Nothing is imported before a document is made, so that a command can name the formats in its help for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from mhscan.errors import UsageError
from mhscan.language import _
from mhscan.reports.views.style import PLAIN, StyleView

if TYPE_CHECKING:
    from mhscan.reports.rendering.folders import TemplateFolders
    from mhscan.reports.rendering.pages import View
    from mhscan.reports.views.document import DocumentView


@dataclass(frozen=True)
class Format:
    """A format of a document.

    `suffixes` are how the names of its files end: the first is ours, the others are what people write too. `module` has
    a function `make` from a `Job` to text. `templates` says whether it is made by templates that end in `.NAME.j2`;
    else it is data. `html` says whether what these get is escaped as HTML.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    templates: bool = True
    html: bool = False

    @property
    def suffix(self) -> str:
        """How the names of its files end."""
        return self.suffixes[0]


FORMATS = {
    made.name: made
    for made in (
        Format("md", (".md", ".markdown"), "mhscan.reports.formats.markdown"),
        Format("html", (".html", ".htm"), "mhscan.reports.formats.html", html=True),
        Format("json", (".json",), "mhscan.reports.formats.json", templates=False),
    )
}
OTHERS = {"text": (".txt",), "csv": (".csv",), "ics": (".ics", ".ical")}
"""What some commands make besides documents: plain text, a spreadsheet, a calendar."""
TEXT_OR_DATA = ("text", "json")
"""The formats of a command that shows figures."""
_ENDING = re.compile(r"\.[a-z][a-z0-9]{0,9}")
"""An ending that says what a file holds, other than the end of `version 1.2`."""


def render(
    folders: TemplateFolders, view: View, document: DocumentView, output_format: str, style: StyleView = PLAIN
) -> str:
    """A view as a document in a format, in a house style.

    Raises:
        InputError: a template cannot be used.
        KeyError: there is no such format.
    """
    from mhscan.reports.rendering.pages import Job  # noqa: PLC0415  brings the engine of the templates

    made: str = import_module(FORMATS[output_format].module).make(Job(folders, view, document, style))
    return made


def format_for(wanted: str, path: Path | None, possible: Sequence[str]) -> tuple[str, str]:
    """The format to write in, of those that are possible: what is wanted; else what the name of the output asks for.

    Without either it is the first. Also what to say: that the name says one thing and `wanted` another; else nothing.

    Raises:
        UsageError: what is wanted, or what the name asks for, is not possible here.
    """
    names = ", ".join(possible)
    if wanted and wanted not in possible:
        message = _("There is no format '{value}' here. The formats are: {known}.")
        raise UsageError(message.format(value=wanted, known=names), _("Name one of these with --format."))
    suffix = _ending(path)
    if not suffix:
        return wanted or possible[0], ""
    named = _named()
    asked = named.get(suffix, "")
    if wanted:
        remark = _("{path} gets the format '{wanted}', as --format says; its name ends in {suffix}.")
        return wanted, "" if asked == wanted else remark.format(path=path, wanted=wanted, suffix=suffix)
    if asked not in possible:
        ends = ", ".join(end for end, name in named.items() if name in possible)
        message = _("A file with a name that ends in {suffix} cannot be made here.")
        hint = _("Let the name end in one of: {ends}. Convert it afterwards, or name a format with --format: {known}.")
        raise UsageError(message.format(suffix=suffix), hint.format(ends=ends, known=names))
    return asked, ""


def _ending(path: Path | None) -> str:
    """The ending of a name that says what a file holds; else empty."""
    suffix = path.suffix.strip().casefold() if path else ""
    return suffix if _ENDING.fullmatch(suffix) else ""


def _named() -> dict[str, str]:
    """The format that each ending of a name stands for."""
    formats = {name: made.suffixes for name, made in FORMATS.items()} | OTHERS
    return {end: name for name, ends in formats.items() for end in ends}
