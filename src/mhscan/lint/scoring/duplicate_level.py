"""A scale has each level once."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """No level stands twice in a scale."""
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            first: dict[int, int] = {}
            for n, one in enumerate(scale.levels):
                if one.level in first:
                    path = ("scales", name, "levels", first[one.level], "level")
                    related = (Related(part.document.locate(path), _("here for the first time")),)
                    message = _("level {level} stands here for the second time").format(level=one.level)
                    hint = _("Number the levels one after the other.")
                    place = ("scales", name, "levels", n, "level")
                    yield part.problem("MH409", place, message, hint, related=related)
                first.setdefault(one.level, n)
