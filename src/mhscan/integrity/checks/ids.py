"""What must differ does: the ids of a kind, and the words that the glossary explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from mhscan.errors import Path, Problem, Related
from mhscan.integrity.walk import asked_in, claims_of, questions_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.glossary import Glossary
from mhscan.pack.model import Model
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Source

LISTS = (
    *("phases", "context", "roles", "partners", "efforts", "terms"),
    *("moments", "carriers", "deciders", "modalities", "bands", "rules", "signals", "lenses"),
)
MANY = 3
"""More ids than this, each used twice in one list, have one cause and are one problem."""


@dataclass(frozen=True)
class Use:
    """An id with where it stands."""

    id: str
    part: Part
    path: Path


@dataclass(frozen=True)
class IdGroup:
    """Ids that must differ, in order, and what to do about two that are the same."""

    uses: list[Use]
    hint: str


@dataclass(frozen=True)
class Repeat:
    """An id that is used more than once: where first, where again, and the index of the second in its group."""

    first: Use
    again: list[Use]
    index: int


def check_duplicate_id(folder: Folder) -> Iterator[Problem]:
    """Each id once: of files of a kind, of things in a file, of the claims of all sources."""
    kinds: tuple[type[Factor | Questionnaire | Source], ...] = (Factor, Questionnaire, Source)
    copies: set[str] = set()
    for kind in kinds:
        files = sorted(folder.of(kind), key=lambda file: _unlikeness(file[0], file[1].id))
        for repeat in _repeats([Use(value.id, part, ("id",)) for part, value in files]):
            copies |= {use.part.document.file for use in repeat.again}
            yield _used_again(repeat, _("Remove the copy, or give it another id."))
    for group in (*_of_factors(folder), *_of_model(folder), *_of_questionnaires(folder), _claims(folder)):
        uses = [use for use in group.uses if use.part.document.file not in copies]
        yield from _problems(_repeats(uses), group.hint)


def _unlikeness(part: Part, name: str) -> tuple[bool, int, str]:
    """How little a file looks like the one to which an id belongs: a copy has another name, mostly a longer one."""
    stem = FilePath(part.document.file).stem
    return (stem != name, len(stem), stem)


def _uses(part: Part, path: Path, things: Sequence[Any]) -> list[Use]:
    """The ids of the things in a list."""
    return [Use(thing.id, part, (*path, n, "id")) for n, thing in enumerate(things)]


def _new_id(part: Part, path: Path, things: Sequence[Any]) -> IdGroup:
    return IdGroup(_uses(part, path, things), _("Give one of the two another id."))


def _of_factors(folder: Folder) -> Iterator[IdGroup]:
    for part, factor in folder.of(Factor):
        yield _new_id(part, ("indicators",), factor.indicators)
        yield _new_id(part, ("aspects",), factor.aspects)
        seen: set[str] = set()
        actions: list[Use] = []
        for n, indicator in enumerate(factor.indicators):
            yield _new_id(part, ("indicators", n, "observations"), indicator.observations)
            for m, observation in enumerate(indicator.observations):
                yield _new_id(part, ("indicators", n, "observations", m, "options"), observation.options)
            # The actions of an indicator that stands twice stand twice with it.
            if indicator.id not in seen:
                actions += _uses(part, ("indicators", n, "actions"), indicator.actions)
            seen.add(indicator.id)
        hint = _("Give one of the two another id: in a factor, each action has its own, whatever its indicator.")
        yield IdGroup(actions, hint)


def _of_model(folder: Folder) -> Iterator[IdGroup]:
    for part, model in folder.of(Model):
        for name in LISTS:
            yield _new_id(part, (name,), getattr(model, name))
        for n, lens in enumerate(model.lenses):
            yield _new_id(part, ("lenses", n, "groups"), lens.groups)
        factors = [Use(name, part, ("factors", n)) for n, name in enumerate(model.factors)]
        yield IdGroup(factors, _("Take one of the two off the list."))
        yield _new_id(part, ("subject", "fields"), model.subject.fields)
        yield _new_id(part, ("advice", "priorities"), model.advice.priorities)
    for part, path, question in questions_of(folder):
        yield _new_id(part, (*path, "options"), question.offered)


def _of_questionnaires(folder: Folder) -> Iterator[IdGroup]:
    for part, questionnaire in folder.of(Questionnaire):
        asked = [Use(key, part, path) for path, key in asked_in(questionnaire)]
        yield IdGroup(asked, _("Take one of the two off the list."))


def _claims(folder: Folder) -> IdGroup:
    claims = [Use(claim.id, part, (*path, "id")) for part, path, claim in claims_of(folder)]
    return IdGroup(claims, _("Give one of the two another id."))


def _repeats(uses: list[Use]) -> list[Repeat]:
    """Each id that is used more than once."""
    places: dict[str, list[int]] = {}
    for n, use in enumerate(uses):
        places.setdefault(use.id, []).append(n)
    return [Repeat(uses[at[0]], [uses[n] for n in at[1:]], at[1]) for at in places.values() if len(at) > 1]


def _problems(repeats: list[Repeat], hint: str) -> Iterator[Problem]:
    """A problem for each id that is used again; one for all of a block that was copied, or where there are many."""
    for run in [repeats] if len(repeats) > MANY else _runs(repeats):
        yield _many_used_again(run, hint) if len(run) > 1 else _used_again(run[0], hint)


def _runs(repeats: list[Repeat]) -> list[list[Repeat]]:
    """The ids in the order of where they are used again, those that follow on each other together."""
    runs: list[list[Repeat]] = []
    for repeat in sorted(repeats, key=lambda one: one.index):
        if runs and repeat.index == runs[-1][-1].index + 1:
            runs[-1].append(repeat)
        else:
            runs.append([repeat])
    return runs


def _used_again(repeat: Repeat, hint: str) -> Problem:
    again, *others = repeat.again
    at = repeat.first.part.document.locate(repeat.first.path)
    where = _("line {n}").format(n=at.line) if repeat.first.part is again.part else str(at)
    message = _("the id '{id}' is used twice; first in {where}").format(id=again.id, where=where)
    if others:
        message = _("the id '{id}' is used {n} times; first in {where}")
        message = message.format(id=again.id, n=len(others) + 2, where=where)
    related = (Related(at, _("here for the first time")), *map(_again, others))
    return again.part.problem("MH202", again.path, message, hint, related=related)


def _many_used_again(repeats: list[Repeat], hint: str) -> Problem:
    first, *others = [use for repeat in repeats for use in repeat.again]
    names = ", ".join(f"'{repeat.first.id}'" for repeat in repeats)
    message = _("{n} ids are used more than once: {names}").format(n=len(repeats), names=names)
    return first.part.problem("MH202", first.path, message, hint, related=tuple(map(_again, others)))


def _again(use: Use) -> Related:
    return Related(use.part.document.locate(use.path), _("'{id}' again").format(id=use.id))


def check_ambiguous_term(folder: Folder) -> Iterator[Problem]:
    """There is one glossary, and no two terms in it share an id or a form."""
    # The one with the usual name is no copy; nor is the one with the shorter name.
    files = sorted(folder.of(Glossary), key=lambda file: (not _is_usual(file[0]), len(file[0].document.file)))
    for part, _glossary in files[1:]:
        message = _("a pack has one glossary; the other is {file}").format(file=files[0][0].document.file)
        yield part.problem("MH209", ("schema",), message, _("Put all terms in one file."))
    for part, glossary in files[:1]:
        yield from _shared_words(part, glossary)


def _is_usual(part: Part) -> bool:
    return FilePath(part.document.file).name == "glossary.yaml"


def _shared_words(part: Part, glossary: Glossary) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for n, term in enumerate(glossary.terms):
        words = list(dict.fromkeys(word.casefold() for word in (term.id, *term.words())))
        shared = [word for word in words if first.setdefault(word, n) != n]
        if shared:
            at = first[shared[0]]
            message = _("'{word}' is explained twice: it belongs to '{id}' too")
            message = message.format(word="', '".join(shared), id=glossary.terms[at].id)
            related = (Related(part.document.locate(("terms", at)), _("here for the first time")),)
            yield part.problem("MH209", ("terms", n), message, _("Keep it with one of the two."), related=related)
