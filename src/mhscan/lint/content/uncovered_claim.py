"""Every claim about what matters is used."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.checks.unknown_claim import claims_in
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.source import Source


def check(folder: Folder) -> Iterator[Problem]:
    """Each claim of the kind 'factor' or 'pitfall' is named somewhere."""
    used = {claim for part in folder.parts if part.value is not None for _at, claim in claims_in(part.document.data)}
    broken = names_of(folder).broken_factors or names_of(folder).model is None
    for part, source in folder.of(Source):
        for n, claim in enumerate(source.claims):
            if not broken and claim.kind in ("factor", "pitfall") and claim.id not in used:
                message = _("nothing rests on the claim '{id}'").format(id=claim.id)
                hint = _("Name it under 'sources' of what it is about.")
                yield part.problem("MH510", ("claims", n, "id"), message, hint)
