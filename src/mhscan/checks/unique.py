"""Ids that must be different are different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source
from mhscan.questions.registry import Question

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
)


def check(folder: Folder) -> Iterator[Problem]:
    """Each id once: of files of a kind, and of things in a file."""
    for kind in (Factor, Questionnaire, Source):
        yield from _files(folder, kind)
    for part, factor in folder.of(Factor):
        yield from _items(part, ("indicators",), [one.id for one in factor.indicators])
        yield from _items(part, ("aspects",), [one.id for one in factor.aspects])
        yield from _actions(part, factor)
    for part, model in folder.of(Model):
        for name in LISTS:
            yield from _items(part, (name,), [one.id for one in getattr(model, name)])
        yield from _repeats(part, ("factors",), model.factors)
        yield from _questions(part, ("context",), model.context)
        yield from _items(part, ("subject", "fields"), [one.id for one in model.subject.fields])
        yield from _questions(part, ("subject", "fields"), model.subject.fields)
    for part, questionnaire in folder.of(Questionnaire):
        asked = [(n, m, key) for n, one in enumerate(questionnaire.sections) for m, key in enumerate(one.ask)]
        yield from _among(part, [(("sections", n, "ask", m), key) for n, m, key in asked])
    yield from _claims(folder)


def _files(folder: Folder, kind: type[Factor | Questionnaire | Source]) -> Iterator[Problem]:
    first: dict[str, Part] = {}
    for part, value in folder.of(kind):
        if value.id in first:
            yield _twice(part, ("id",), value.id, first[value.id].document.file)
        first.setdefault(value.id, part)


def _items(part: Part, path: Path, ids: Iterable[str]) -> Iterator[Problem]:
    yield from _among(part, [((*path, n, "id"), one) for n, one in enumerate(ids)])


def _questions(part: Part, path: Path, questions: Iterable[Question]) -> Iterator[Problem]:
    for n, one in enumerate(questions):
        yield from _items(part, (*path, n, "options"), [option.id for option in getattr(one, "options", ())])


def _repeats(part: Part, path: Path, ids: Iterable[str]) -> Iterator[Problem]:
    yield from _among(part, [((*path, n), one) for n, one in enumerate(ids)])


def _actions(part: Part, factor: Factor) -> Iterator[Problem]:
    places: list[tuple[Path, str]] = []
    for n, indicator in enumerate(factor.indicators):
        places += [(("indicators", n, "actions", m, "id"), action.id) for m, action in enumerate(indicator.actions)]
    yield from _among(part, places)


def _among(part: Part, places: list[tuple[Path, str]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for path, one in places:
        if one in first:
            yield _twice(part, path, one, _("line {n}").format(n=part.document.locate(first[one]).line))
        first.setdefault(one, path)


def _claims(folder: Folder) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for part, source in folder.of(Source):
        for n, claim in enumerate(source.claims):
            if claim.id in first:
                yield _twice(part, ("claims", n, "id"), claim.id, first[claim.id])
            first.setdefault(claim.id, str(part.document.locate(("claims", n, "id"))))


def _twice(part: Part, path: Path, one: str, where: str) -> Problem:
    message = _("the id '{id}' is used twice; first in {where}").format(id=one, where=where)
    return part.problem("MH202", path, message, _("Give one of the two another id."))
