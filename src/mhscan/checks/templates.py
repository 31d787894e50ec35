"""Templates can be read."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from mhscan.codes import problem
from mhscan.errors import Location, Problem
from mhscan.language import _
from mhscan.loading.files import list_files, read_text


def check(folder: Path) -> tuple[list[Problem], dict[str, str]]:
    """What is wrong with the templates of a pack, and the text of each."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    files, found = list_files(folder / "templates", ".j2", deep=True)
    texts: dict[str, str] = {}
    for path in files:
        text, problems = read_text(path, str(path))
        found += problems
        texts[str(path)] = text or ""
        try:
            environment.parse(text or "")
        except TemplateSyntaxError as error:
            hint = _("Look at this line for a tag that is not closed or a word that is misspelt.")
            message = _("the template cannot be read: {why}").format(why=error.message)
            found.append(problem("MH601", message, Location(str(path), error.lineno), hint))
    return found, texts
