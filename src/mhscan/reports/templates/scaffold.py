"""Templates to start from: all that a pack's documents are made with, in one folder."""

from __future__ import annotations

from mhscan.errors import InputError
from mhscan.language import _
from mhscan.loading.files import list_files, read_text
from mhscan.loading.paths import is_folder
from mhscan.reports.templates.folders import TemplateFolders


def starting_point(folders: TemplateFolders) -> dict[str, str]:
    """The text of each template, list and style by its name; a nearer one goes before a farther one.

    Raises:
        InputError: one of them cannot be read.
    """
    found: dict[str, str] = {}
    for layer in reversed(folders.layers):
        files, problems = list_files(layer, root=layer)
        for path in (one for one in files if not is_folder(one)):
            text, faults = read_text(path, str(path))
            problems += faults
            found[path.name] = text or ""
        if problems:
            raise InputError(_("The templates in {path} cannot be read.").format(path=layer), "", tuple(problems))
    return found
