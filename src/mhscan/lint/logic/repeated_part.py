"""No condition says the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import LevelTest, ValueTest
from mhscan.errors import Path, Problem, Related
from mhscan.integrity.checks.empty_condition import ABOUT
from mhscan.integrity.walk import Test, conditions_of, inside
from mhscan.language import _
from mhscan.loading.packs import Folder


def check(folder: Folder) -> Iterator[Problem]:
    """No two parts of an 'all', 'any' or 'count_of' are equal."""
    for placed in conditions_of(folder):
        for path, test in inside(placed.condition, placed.path):
            if _says_answered_twice(test):
                message = _("'state: answered' says nothing beside another test of the answer")
                hint = _("Remove it: only an answer can be tested.")
                yield placed.part.problem("MH311", (*path, "state"), message, hint)
            first: dict[str, Path] = {}
            for at, child in test.children():
                said = child.model_dump_json(exclude_unset=True)
                if said in first:
                    related = (Related(placed.part.document.locate(first[said]), _("here for the first time")),)
                    message = _("this part stands here for the second time")
                    hint = _("Remove it, or change what was to be changed.")
                    yield placed.part.problem("MH311", (*path, *at), message, hint, related=related)
                first.setdefault(said, (*path, *at))


def _says_answered_twice(test: Test) -> bool:
    """Whether a test asks for an answer by its state and by its value."""
    if not isinstance(test, ValueTest | LevelTest) or test.state != "answered":
        return False
    return bool(test.model_fields_set - ABOUT - {"state", "carried"})
