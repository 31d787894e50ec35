"""Templates can be read."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, TemplateSyntaxError

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.files import list_files, read_text
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """Each template of the pack parses."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    files, unread = list_files(folder.path / "templates", ".j2", deep=True)
    yield from unread
    for path in files:
        text, problems = read_text(path, str(path))
        yield from problems
        try:
            environment.parse(text or "")
        except TemplateSyntaxError as error:
            hint = _("Look at this line for a tag that is not closed or a word that is misspelt.")
            message = _("the template cannot be read: {why}").format(why=error.message)
            yield problem("MH601", message, Location(str(path), error.lineno), hint)
