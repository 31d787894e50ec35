"""Every indicator is asked."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.errors import Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """Each indicator is in a questionnaire that asks about the subject's own view."""
    model = names_of(folder).model
    own = [one for _part, one in folder.of(Questionnaire) if one.perspective == "own"]
    asked = {key for one in own for key in one.asks()}
    for part, factor in folder.of(Factor):
        if model is None or factor.id not in model.factors or not own or names_of(folder).broken_questionnaires:
            continue
        for n, indicator in enumerate(factor.indicators):
            full = f"{factor.id}.{indicator.id}"
            if full not in asked:
                message = _("no questionnaire asks for '{id}'").format(id=full)
                hint = _("Add it to a questionnaire.")
                yield part.problem("MH210", ("indicators", n, "id"), message, hint)
