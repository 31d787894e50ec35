"""Indicators that are named are indicators that a factor has."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.conditions import IndicatorTest
from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, Wanted, names_of
from mhscan.integrity.walk import tests_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire

Named = tuple[Part, Path, str, bool]
"""Where an indicator is named, what is named, and whether it is a key."""


def check(folder: Folder) -> Iterator[Problem]:
    """Every indicator that a condition, rule, list or questionnaire names exists."""
    names = names_of(folder)
    if names.model is None:
        return
    for part, path, name, at_key in (*_in_model(folder), *_in_conditions(folder), *_in_questionnaires(folder)):
        if _is_unknown(name, names):
            yield Wanted(part, path, "indicator", names.words, at_key).problem("MH203", name, set(names.indicators))
    yield from _worded_for_nobody(folder, names)


def _worded_for_nobody(folder: Folder, names: Names) -> Iterator[Problem]:
    """The problem of other words for a question that the questionnaire does not ask: nobody reads them."""
    for part, questionnaire in folder.of(Questionnaire):
        asked = {key for section in questionnaire.sections for key in section.ask}
        for key in questionnaire.wording:
            if key in names.indicators and key not in asked:
                message = _("this questionnaire does not ask '{key}'").format(key=key)
                hint = _("Add it to 'ask' of a section, or remove these words.")
                yield part.problem("MH203", ("wording", key), message, hint, at_key=True, severity="warning")


def _is_unknown(name: str, names: Names) -> bool:
    """Whether no factor has an indicator; nobody can say so of a factor whose file could not be read."""
    if name in names.indicators or name in names.lost:
        return False
    return not names.may_be_broken(name.split(".", maxsplit=1)[0])


def _in_model(folder: Folder) -> Iterator[Named]:
    for part, model in folder.of(Model):
        for n, one in enumerate(model.advice.first):
            yield part, ("advice", "first", n), one, False
        for n, rule in enumerate(model.rules):
            for m, one in enumerate(rule.mend):
                yield part, ("rules", n, "mend", m), one, False
        for n, lens in enumerate(model.lenses):
            for m, group in enumerate(lens.groups):
                for k, one in enumerate(group.indicators):
                    yield part, ("lenses", n, "groups", m, "indicators", k), one, False


def _in_conditions(folder: Folder) -> Iterator[Named]:
    for part, path, test in tests_of(folder):
        if isinstance(test, IndicatorTest):
            yield part, (*path, "indicator"), test.indicator, False


def _in_questionnaires(folder: Folder) -> Iterator[Named]:
    for part, questionnaire in folder.of(Questionnaire):
        for n, section in enumerate(questionnaire.sections):
            for m, key in enumerate(section.ask):
                if not key.startswith(CONTEXT):
                    yield part, ("sections", n, "ask", m), key, False
        for key in questionnaire.wording:
            yield part, ("wording", key), key, True
