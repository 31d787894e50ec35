"""Checks of conditions by what answers there can be: each can be met, makes a difference, and says nothing twice."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import card_of
from mhscan.conditions import LevelTest, ValueTest, keys_of
from mhscan.errors import Path, Problem, Related
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import ABOUT, Test, applicability, asked_in, conditions_of, is_of_level, repeats, tests_of
from mhscan.language import N_, _
from mhscan.lint.logic.conflict import conflict
from mhscan.lint.logic.decidable import holds_impossible, impossible_tests, pack_of
from mhscan.lint.logic.possible import what_is_possible
from mhscan.lint.logic.solver import Solver
from mhscan.loading.packs import Folder
from mhscan.pack.questionnaire import Questionnaire

NEVER = {
    "applies_if": ("MH305", N_("this question never applies, whatever is answered")),
    "when": ("MH306", N_("this rule never fires, whatever is answered")),
    "signals": ("MH306", N_("this signal never fires, whatever is answered")),
    "requires": ("MH308", N_("this is never met, whatever is answered")),
    "actions applies_if": ("MH315", N_("this action is never one for anybody, whatever is answered")),
    "variants when": ("MH313", N_("this variant never fits, whatever is answered")),
}
"""The code and message of a condition that is never true, by the key under which it stands, and the list of that."""


def check_impossible_test(folder: Folder) -> Iterator[Problem]:
    """For each single test there is an answer, or a score, that meets it."""
    pack = pack_of(folder)
    for part, path, test in impossible_tests(folder) if pack else ():
        value = part.document.at(path)
        message = _("no answer can meet this")
        if isinstance(value, str | int | float):
            message = _("no answer can meet '{key}: {value}'").format(key=path[-1], value=part.document.source(path))
        yield part.problem("MH304", path, message, what_is_possible(pack, test) if pack else "")


def check_never_true(folder: Folder) -> Iterator[Problem]:
    """Each question can apply, each rule can fire, and each requirement of an action can be met."""
    pack = pack_of(folder)
    for placed in conditions_of(folder) if pack else ():
        if pack is None or is_of_level(placed.path) or holds_impossible(folder, placed):
            continue
        if Solver(pack, placed.condition, every_state=True).can_be(True) is False:
            code, message = NEVER[_stands_under(placed.path)]
            path, related, hint = conflict(pack, placed)
            yield placed.part.problem(code, path, _(message), hint, related=related)


def _stands_under(path: Path) -> str:
    """The key of `NEVER` for the place of a condition."""
    *_before, around, key = ("", *(step for step in path if isinstance(step, str)))
    return f"{around} {key}" if f"{around} {key}" in NEVER else key


def check_always_true(folder: Folder) -> Iterator[Problem]:
    """For each condition there are answers, one to every question, with which it does not hold."""
    pack = pack_of(folder)
    for placed in conditions_of(folder) if pack else ():
        if (
            pack
            and not is_of_level(placed.path)
            and Solver(pack, placed.condition, every_state=False).can_be(False, None) is False
        ):
            message = _("this always holds, whatever is answered")
            hint = _("Leave the condition out, or make its limits narrower.")
            yield placed.part.problem("MH307", placed.path, message, hint)


def check_asked_too_early(folder: Folder) -> Iterator[Problem]:
    """In each questionnaire, what decides whether a question applies is asked before it."""
    if names_of(folder).model is None:
        return
    deciders = {key: [*map(card_of, keys_of(placed.condition))] for key, placed in applicability(folder).items()}
    for part, questionnaire in folder.of(Questionnaire):
        places = {key: path for path, key in asked_in(questionnaire)}
        order = list(places)
        for key, path in places.items():
            for decider in deciders.get(key, ()):
                if decider in places and order.index(decider) > order.index(key):
                    message = _("this is asked before '{key}', which decides whether it applies").format(key=decider)
                    related = (Related(part.document.locate(places[decider]), _("this decides")),)
                    yield part.problem("MH310", path, message, _("Put it after that question."), related=related)


def check_repeated_part(folder: Folder) -> Iterator[Problem]:
    """No two parts of an 'all', 'any' or 'count_of' are equal, and no test says twice that there is an answer."""
    for part, path, test in tests_of(folder):
        if _says_answered_twice(test):
            message = _("'state: answered' says nothing beside another test of the answer")
            hint = _("Remove it: only an answer can be tested.")
            yield part.problem("MH311", (*path, "state"), message, hint)
        children = list(test.children())
        for n, first in repeats(child.model_dump_json(exclude_unset=True) for _at, child in children):
            other = part.document.locate((*path, *children[first][0]))
            related = (Related(other, _("here for the first time")),)
            message = _("this part stands here for the second time")
            hint = _("Remove it, or change what was to be changed.")
            yield part.problem("MH311", (*path, *children[n][0]), message, hint, related=related)


def _says_answered_twice(test: Test) -> bool:
    """Whether a test asks for an answer by its state and by its value."""
    if not isinstance(test, ValueTest | LevelTest) or test.state != "answered":
        return False
    return bool(test.model_fields_set - ABOUT - {"state", "carried"})
