"""Every context question is asked."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.errors import Problem
from mhscan.integrity.names import names_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """Each context question is in a questionnaire."""
    asked = {key for _part, one in folder.of(Questionnaire) for key in one.asks()}
    for part, model in folder.of(Model):
        for n, question in enumerate(model.context):
            if asked and not names_of(folder).broken_questionnaires and CONTEXT + question.id not in asked:
                message = _("no questionnaire asks for '{id}'").format(id=CONTEXT + question.id)
                hint = _("Add it to a questionnaire.")
                yield part.problem("MH211", ("context", n, "id"), message, hint)
