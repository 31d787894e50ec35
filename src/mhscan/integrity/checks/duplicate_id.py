"""Ids that must be different are different."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from mhscan.errors import Path, Problem, Related
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
    "lenses",
)


MANY = 3
"""More ids than this, each used twice in one list, have one cause and are one problem."""


@dataclass(frozen=True)
class Used:
    """An id with where it stands: in a file, and as which one of its list."""

    id: str
    part: Part
    path: Path
    place: int = 0


@dataclass(frozen=True)
class Group:
    """Ids that must differ; `entries` have those of things, and `hint` says what to do about two that are the same."""

    entries: list[Used]
    hint: str


def check(folder: Folder) -> Iterator[Problem]:
    """Each id once: of files of a kind, of things in a file, of the claims of all sources."""
    kinds: tuple[type[Factor | Questionnaire | Source], ...] = (Factor, Questionnaire, Source)
    copies: set[str] = set()
    for kind in kinds:
        files = sorted(folder.of(kind), key=lambda one: _likeness(one[0], one[1].id))
        hint = _("Remove the copy, or give it another id.")
        for first, others in _twice([Used(value.id, part, ("id",)) for part, value in files]):
            copies |= {one.part.document.file for one in others}
            yield from _problems([(first, others)], hint)
    for group in (*_of_factors(folder), *_of_model(folder), *_of_questionnaires(folder), _claims(folder)):
        own = [one for one in group.entries if one.part.document.file not in copies]
        yield from _problems(list(_twice(own)), group.hint)


def _likeness(part: Part, name: str) -> tuple[bool, int, str]:
    """How little a file looks like the one to which an id belongs: a copy has another name, mostly a longer one."""
    stem = FilePath(part.document.file).stem
    return (stem != name, len(stem), stem)


def _new_id() -> str:
    return _("Give one of the two another id.")


def _once() -> str:
    return _("Take one of the two off the list.")


def _of_factors(folder: Folder) -> Iterator[Group]:
    for part, factor in folder.of(Factor):
        for name in ("indicators", "aspects"):
            yield Group([Used(one.id, part, (name, n, "id")) for n, one in enumerate(getattr(factor, name))], _new_id())
        seen: set[str] = set()
        actions = []
        for n, indicator in enumerate(factor.indicators):
            # The actions of an indicator that stands twice stand twice with it.
            whole = indicator.actions if indicator.id not in seen else ()
            actions += [Used(one.id, part, ("indicators", n, "actions", m, "id")) for m, one in enumerate(whole)]
            seen.add(indicator.id)
        hint = _("Give one of the two another id: in a factor, each action has its own, whatever its indicator.")
        yield Group(actions, hint)


def _of_model(folder: Folder) -> Iterator[Group]:
    for part, model in folder.of(Model):
        for name in LISTS:
            yield Group([Used(one.id, part, (name, n, "id")) for n, one in enumerate(getattr(model, name))], _new_id())
        for n, lens in enumerate(model.lenses):
            groups = [Used(one.id, part, ("lenses", n, "groups", m, "id")) for m, one in enumerate(lens.groups)]
            yield Group(groups, _new_id())
        yield Group([Used(one, part, ("factors", n)) for n, one in enumerate(model.factors)], _once())
        fields = [Used(one.id, part, ("subject", "fields", n, "id")) for n, one in enumerate(model.subject.fields)]
        yield Group(fields, _new_id())
        for path, question in (*_questions(("context",), model.context), *_fields(model)):
            options = getattr(question, "options", ())
            yield Group([Used(one.id, part, (*path, "options", n, "id")) for n, one in enumerate(options)], _new_id())


def _fields(model: Model) -> list[tuple[Path, Question]]:
    return _questions(("subject", "fields"), model.subject.fields)


def _questions(path: Path, questions: tuple[Question, ...]) -> list[tuple[Path, Question]]:
    return [((*path, n), one) for n, one in enumerate(questions)]


def _of_questionnaires(folder: Folder) -> Iterator[Group]:
    for part, questionnaire in folder.of(Questionnaire):
        asked = [
            Used(key, part, ("sections", n, "ask", m))
            for n, section in enumerate(questionnaire.sections)
            for m, key in enumerate(section.ask)
        ]
        yield Group(asked, _once())


def _claims(folder: Folder) -> Group:
    claims = [
        Used(one.id, part, ("claims", n, "id")) for part, s in folder.of(Source) for n, one in enumerate(s.claims)
    ]
    return Group(claims, _new_id())


def _twice(entries: list[Used]) -> Iterator[tuple[Used, list[Used]]]:
    """Each id that is used more than once: where first, and where again."""
    places: dict[str, list[Used]] = {}
    for place, one in enumerate(entries):
        places.setdefault(one.id, []).append(replace(one, place=place))
    yield from ((first, others) for first, *others in places.values() if others)


def _problems(found: list[tuple[Used, list[Used]]], hint: str) -> Iterator[Problem]:
    """A problem for each id that is used again; one for all of a block that was copied, or where there are many."""
    for run in [found] if len(found) > MANY else _runs(found):
        yield _many(run, hint) if len(run) > 1 else _one(*run[0], hint)


def _runs(found: list[tuple[Used, list[Used]]]) -> Iterator[list[tuple[Used, list[Used]]]]:
    """The ids in the order of where they are used again, those that follow on each other together."""
    run: list[tuple[Used, list[Used]]] = []
    for one in sorted(found, key=lambda pair: pair[1][0].place):
        if run and one[1][0].place != run[-1][1][0].place + 1:
            yield run
            run = []
        run.append(one)
    yield from [run] if run else []


def _one(first: Used, again: list[Used], hint: str) -> Problem:
    one, *others = again
    at = first.part.document.locate(first.path)
    where = _("line {n}").format(n=at.line) if first.part is one.part else str(at)
    message = _("the id '{id}' is used twice; first in {where}").format(id=one.id, where=where)
    if others:
        message = _("the id '{id}' is used {n} times; first in {where}")
        message = message.format(id=one.id, n=len(others) + 2, where=where)
    related = [Related(at, _("here for the first time")), *(_again(other) for other in others)]
    return one.part.problem("MH202", one.path, message, hint, related=tuple(related))


def _many(found: list[tuple[Used, list[Used]]], hint: str) -> Problem:
    again = [one for _first, others in found for one in others]
    names = ", ".join(f"'{first.id}'" for first, _others in found)
    message = _("{n} ids are used more than once: {names}").format(n=len(found), names=names)
    return again[0].part.problem("MH202", again[0].path, message, hint, related=tuple(map(_again, again[1:])))


def _again(one: Used) -> Related:
    return Related(one.part.document.locate(one.path), _("'{id}' again").format(id=one.id))
