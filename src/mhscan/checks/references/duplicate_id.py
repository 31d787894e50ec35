"""Ids that must be different are different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.checks.page import Page
from mhscan.codes import N_
from mhscan.errors import Path, Problem, Related
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source
from mhscan.questions.registry import Question

PAGE = Page(
    "MH202",
    N_("An answer is kept under an id. With two of them nobody knows which question it answers."),
    wrong="""\
indicators:
  - {id: compost, title: Compost, ...}
  - {id: compost, title: Manure, ...}
""",
    right="""\
indicators:
  - {id: compost, title: Compost, ...}
  - {id: manure, title: Manure, ...}
""",
    severity="error",
)
LISTS = (
    "phases",
    "context",
    "roles",
    "partners",
    "efforts",
    "terms",
    "moments",
    "carriers",
    "modalities",
    "bands",
    "rules",
    "lenses",
)


@dataclass(frozen=True)
class Used:
    """An id with where it stands."""

    id: str
    part: Part
    path: Path


def check(folder: Folder) -> Iterator[Problem]:
    """Each id once: of files of a kind, of things in a file, of the claims of all sources."""
    kinds: tuple[type[Factor | Questionnaire | Source], ...] = (Factor, Questionnaire, Source)
    for kind in kinds:
        yield from _among([Used(value.id, part, ("id",)) for part, value in folder.of(kind)])
    for group in (*_of_factors(folder), *_of_model(folder), *_of_questionnaires(folder)):
        yield from _among(group)
    yield from _among(
        [Used(one.id, part, ("claims", n, "id")) for part, s in folder.of(Source) for n, one in enumerate(s.claims)]
    )


def _of_factors(folder: Folder) -> Iterator[list[Used]]:
    for part, factor in folder.of(Factor):
        for name in ("indicators", "aspects"):
            yield [Used(one.id, part, (name, n, "id")) for n, one in enumerate(getattr(factor, name))]
        yield [
            Used(action.id, part, ("indicators", n, "actions", m, "id"))
            for n, indicator in enumerate(factor.indicators)
            for m, action in enumerate(indicator.actions)
        ]


def _of_model(folder: Folder) -> Iterator[list[Used]]:
    for part, model in folder.of(Model):
        for name in LISTS:
            yield [Used(one.id, part, (name, n, "id")) for n, one in enumerate(getattr(model, name))]
        for n, lens in enumerate(model.lenses):
            yield [Used(one.id, part, ("lenses", n, "groups", m, "id")) for m, one in enumerate(lens.groups)]
        yield [Used(one, part, ("factors", n)) for n, one in enumerate(model.factors)]
        yield [Used(one.id, part, ("subject", "fields", n, "id")) for n, one in enumerate(model.subject.fields)]
        for path, question in (*_questions(("context",), model.context), *_fields(model)):
            options = getattr(question, "options", ())
            yield [Used(one.id, part, (*path, "options", n, "id")) for n, one in enumerate(options)]


def _fields(model: Model) -> list[tuple[Path, Question]]:
    return _questions(("subject", "fields"), model.subject.fields)


def _questions(path: Path, questions: tuple[Question, ...]) -> list[tuple[Path, Question]]:
    return [((*path, n), one) for n, one in enumerate(questions)]


def _of_questionnaires(folder: Folder) -> Iterator[list[Used]]:
    for part, questionnaire in folder.of(Questionnaire):
        yield [
            Used(key, part, ("sections", n, "ask", m))
            for n, section in enumerate(questionnaire.sections)
            for m, key in enumerate(section.ask)
        ]


def _among(group: list[Used]) -> Iterator[Problem]:
    """The problem of each id that was used before, with the first place."""
    first: dict[str, Used] = {}
    for one in group:
        if one.id in first:
            yield _twice(one, first[one.id])
        first.setdefault(one.id, one)


def _twice(one: Used, first: Used) -> Problem:
    at = first.part.document.locate(first.path)
    here = first.part is one.part
    where = _("line {n}").format(n=at.line) if here else str(at)
    message = _("the id '{id}' is used twice; first in {where}").format(id=one.id, where=where)
    related = (Related(at, _("here for the first time")),)
    return one.part.problem("MH202", one.path, message, _("Give one of the two another id."), related=related)
