"""Reports speak the language of the pack."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.language import _, available
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """The interface speaks the language of the pack."""
    for part, model in folder.of(Model):
        if model.language not in available():
            message = _("mhscan does not speak '{language}'").format(language=model.language)
            hint = _("Possible here: {keys}.").format(keys=", ".join(available()))
            yield part.problem("MH511", ("language",), message, hint)
