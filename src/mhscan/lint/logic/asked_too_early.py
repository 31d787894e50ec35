"""A question comes after those that decide whether it is asked."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import keys_of
from mhscan.errors import Path, Problem, Related
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import conditions_of, question_at
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """In each questionnaire, what decides whether a question applies is asked before it."""
    if names_of(folder).model is None:
        return
    needs = {question_at(one): keys_of(one.condition) for one in conditions_of(folder) if one.path[-1] == "applies_if"}
    for part, questionnaire in folder.of(Questionnaire):
        places: dict[str, Path] = {}
        for n, section in enumerate(questionnaire.sections):
            places |= {key: ("sections", n, "ask", m) for m, key in enumerate(section.ask)}
        order = list(places)
        for key, path in places.items():
            for needed in needs.get(key, ()):
                if needed in places and order.index(needed) > order.index(key):
                    message = _("this is asked before '{key}', which decides whether it applies").format(key=needed)
                    related = (Related(part.document.locate(places[needed]), _("this decides")),)
                    hint = _("Put it after that question.")
                    yield part.problem("MH310", path, message, hint, related=related)
