"""An old name is not given to something new."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.checks.names import names_of
from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor

PAGE = Page(
    "MH214",
    N_(
        "An old answer is found by the old name. If something else has that name now, the answer is taken for "
        "another question."
    ),
    wrong="""\
- {id: heap, aliases: [soil.compost], ...}
- {id: compost, ...}
""",
    right="""\
- {id: heap, aliases: [soil.compost], ...}
""",
)


def check(folder: Folder) -> Iterator[Problem]:
    """No name under `aliases` is the id of something that is there, or stands twice."""
    names = names_of(folder)
    first: dict[str, Part] = {}
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            for m, old in enumerate(indicator.aliases):
                if old in names.indicators or old in first:
                    message = _("'{id}' is in use for something else").format(id=old)
                    hint = _("An id is never used again. Give the new one another id.")
                    yield part.problem("MH214", ("indicators", n, "aliases", m), message, hint, severity="warning")
                first[old] = part
