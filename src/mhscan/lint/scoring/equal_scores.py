"""No two levels are worth the same."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model


def check(folder: Folder) -> Iterator[Problem]:
    """Each level of a scale has a score of its own."""
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            for n, one in enumerate(scale.levels):
                same = next((m for m, other in enumerate(scale.levels[:n]) if other.score == one.score), None)
                if same is not None:
                    path = ("scales", name, "levels", same, "score")
                    related = (Related(part.document.locate(path), _("the other level")),)
                    message = _("two levels are worth {score} points").format(score=one.score)
                    hint = _("Give each level a score of its own.")
                    place = ("scales", name, "levels", n, "score")
                    yield part.problem("MH405", place, message, hint, related=related)
