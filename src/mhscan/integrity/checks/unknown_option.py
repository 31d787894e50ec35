"""Options that are named in a condition are options that the question offers."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.conditions import ContextTest, SubjectTest, ValueTest
from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, Wanted, names_of
from mhscan.integrity.walk import Test, tests_of
from mhscan.loading.packs import Folder
from mhscan.questions.registry import Question


def check(folder: Folder) -> Iterator[Problem]:
    """Every option in a condition is one of its question."""
    names = names_of(folder)
    for part, path, test in tests_of(folder):
        question = _question(test, names)
        if question is None or not isinstance(test, ValueTest):
            continue
        found = {one.id for one in question.offered}
        options = names.of_model("options", found) if found else None
        for where, value in _wanted(test):
            wanted = Wanted(part, (*path, *where), "option", names.words)
            yield from wanted.unless_in(options, "MH205", str(value))


def _question(test: Test, names: Names) -> Question | None:
    if isinstance(test, ContextTest):
        return names.context.get(test.context)
    return names.subject.get(test.subject) if isinstance(test, SubjectTest) else None


def _wanted(test: ValueTest) -> Iterator[tuple[Path, object]]:
    """Each value that a test asks for, with where it stands."""
    single = [(("is",), test.is_), (("has",), test.has)]
    yield from ((path, value) for path, value in single if value is not None)
    yield from ((("in", n), value) for n, value in enumerate(test.in_ or ()))
