"""Context questions and fields of the subject that are named are there."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.conditions import ContextTest, SubjectTest
from mhscan.errors import Problem
from mhscan.integrity.names import Names, Wanted, names_of
from mhscan.integrity.walk import tests_of
from mhscan.language import _
from mhscan.loading.near import possible
from mhscan.loading.packs import Folder, Part
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire


def check(folder: Folder) -> Iterator[Problem]:
    """Every context question or field that a condition, moment or questionnaire names exists."""
    names = names_of(folder)
    if names.model is None:
        return
    context, subject = names.of_model("context", names.context), names.of_model("fields", names.subject)
    for part, path, test in tests_of(folder):
        if isinstance(test, ContextTest):
            wanted = Wanted(part, (*path, "context"), "context question", names.words)
            yield from wanted.unless_in(context, "MH204", test.context)
        elif isinstance(test, SubjectTest):
            wanted = Wanted(part, (*path, "subject"), "field", names.words)
            yield from wanted.unless_in(subject, "MH204", test.subject)
    yield from _whole_keys(folder, names)


def _no_date(part: Part, n: int, key: str | None, model: Model) -> Iterator[Problem]:
    """The problem of a moment whose date is asked by a question of another type."""
    types = {CONTEXT + one.id: one.type for one in model.context}
    if key is not None and types.get(key, "date") != "date":
        dates = [one for one, type_ in types.items() if type_ == "date"]
        message = _("'{key}' asks for no date").format(key=key)
        hint = possible(dates) if dates else _("Add a question of type 'date', or leave the date out.")
        yield part.problem("MH204", ("moments", n, "date"), message, hint)


def _whole_keys(folder: Folder, names: Names) -> Iterator[Problem]:
    """Those that are named with the prefix that all keys of context questions have."""
    context = names.of_model("context", names.context)
    known = {CONTEXT + one for one in context} if context is not None else None
    for part, model in folder.of(Model):
        for n, moment in enumerate(model.moments):
            wanted = Wanted(part, ("moments", n, "date"), "context question")
            yield from wanted.unless_in(known, "MH204", moment.date)
            yield from _no_date(part, n, moment.date, model)
    for part, questionnaire in folder.of(Questionnaire):
        for n, section in enumerate(questionnaire.sections):
            for m, key in enumerate(section.ask):
                if key.startswith(CONTEXT):
                    wanted = Wanted(part, ("sections", n, "ask", m), "context question")
                    yield from wanted.unless_in(known, "MH204", key)
