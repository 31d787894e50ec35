"""Migrations lead to what the pack has, in one way, and give no old id to something new."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT, SUBJECT
from mhscan.errors import Path, Problem
from mhscan.integrity.names import Names, Reference, names_of
from mhscan.integrity.walk import migrations_of, repeats
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Indicator
from mhscan.pack.migration import MapValues, Merge, Migration, Rename, Rescale, Split, Step
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.versions import Route, later, numbers, route
from mhscan.questions.registry import Question


def check_no_way_here(folder: Folder) -> Iterator[Problem]:
    """Each migration leads to a later version, and from there a way leads on to that of the model."""
    names = names_of(folder)
    for part, migration in migrations_of(folder) if names.model else ():
        if numbers(migration.from_) >= numbers(migration.to):
            message = _("a migration leads to a later version; {to} does not come after {start}")
            yield part.problem("MH711", ("to",), message.format(to=migration.to, start=migration.from_))
        elif names.model and not names.broken_migrations and _way_on(folder, migration) is None:
            message = _("no migration leads from {to} to {version}, the version of the pack")
            message = message.format(to=migration.to, version=names.model.version)
            hint = _("Add a migration from {to}, or mend the version here or in model.yaml.").format(to=migration.to)
            yield part.problem("MH711", ("to",), message, hint)


def _way_on(folder: Folder, migration: Migration) -> Route | None:
    """The migrations that lead on from one to the version of the pack; nothing where none do."""
    model = names_of(folder).model
    migrations = [one for _part, one in migrations_of(folder)]
    return route(migrations, migration.to, model.version) if model else None


def check_unknown_target(folder: Folder) -> Iterator[Problem]:
    """The questions, values and questionnaires that steps lead to exist, also after all later migrations."""
    for part, migration in migrations_of(folder):
        way = _way_on(folder, migration)
        if way is not None:
            yield from _questions(part, migration, way, names_of(folder))
            yield from _questionnaires(part, migration, way, folder)


def _questions(part: Part, migration: Migration, way: Route, names: Names) -> Iterator[Problem]:
    questions = _all_questions(names)
    retaken = {key for following in way for step in following.steps for key in step.taken}
    for step, path, key in _made(migration):
        ends = [end for end in later(key, way) if end.split(".")[0] not in names.broken_factors]
        missing = [end for end in ends if end not in questions]
        if missing:
            yield from Reference(part, path, "question", missing[0], set(questions), names.words).problems("MH712")
        elif key not in retaken and key in questions and isinstance(step, MapValues | Rescale):
            yield from _values(part, path[:2], step, questions[key])


def _all_questions(names: Names) -> dict[str, Indicator | Question]:
    """All that answers can be about, by the keys of an assessment."""
    context = {CONTEXT + key: question for key, question in names.context.items()}
    facts = {key: one.question for key, one in names.observations.items()}
    return {**names.indicators, **facts, **context, **{SUBJECT + key: field for key, field in names.subject.items()}}


def _values(part: Part, at: Path, step: MapValues | Rescale, target: Indicator | Question) -> Iterator[Problem]:
    """The values that a step makes are levels or options of the question."""
    if isinstance(target, Indicator):
        possible = [str(level.level) for level in target.levels]
    else:
        possible = [option.id for option in target.offered]
    for n, value in enumerate(step.values_made):
        if possible and str(value) not in possible:
            path: Path = ("values", n, "to") if isinstance(step, MapValues) else ("new", n)
            message = _("{value} is no answer of this question; its answers are {known}")
            yield part.problem("MH712", (*at, *path), message.format(value=value, known=", ".join(possible)))


def _questionnaires(part: Part, migration: Migration, way: Route, folder: Folder) -> Iterator[Problem]:
    present = {questionnaire.id for _part, questionnaire in folder.of(Questionnaire)}
    for n, pair in enumerate(migration.questionnaires if not names_of(folder).broken_questionnaires else ()):
        name = pair.to
        for following in way:
            name = next((other.to for other in following.questionnaires if other.from_ == name), name)
        yield from Reference(part, ("questionnaires", n, "to"), "questionnaire", name, present).problems("MH712")


def check_reused_id(folder: Folder) -> Iterator[Problem]:
    """No question of the pack, and no step of the same or a later migration, has an id that a step took out of use."""
    migrations = migrations_of(folder)
    for part, migration in migrations:
        end = numbers(migration.to)
        since = [other for _part, other in migrations if other is migration or numbers(other.from_) >= end]
        steps = [step for other in since for step in other.steps]
        for step, path, key in _taken(migration):
            again = {key for other in steps if other is not step for key in other.made}
            if key not in step.made and key in again | _all_questions(names_of(folder)).keys():
                message = _("the id '{key}' went out of use here, but is used again").format(key=key)
                hint = _("Old answers would seem to be about the new question. Give the new one another id.")
                yield part.problem("MH713", path, message, hint)


def check_migration_clash(folder: Folder) -> Iterator[Problem]:
    """Two files are not about the same versions, and two steps of a file not about the same question."""
    first: dict[tuple[str, str], str] = {}
    for part, migration in migrations_of(folder):
        file = first.setdefault((migration.from_, migration.to), part.document.file)
        if file != part.document.file:
            message = _("there is a migration from {start} to {to} already, in {file}")
            message = message.format(start=migration.from_, to=migration.to, file=file)
            yield part.problem("MH714", ("from",), message, _("Put all steps in one file."))
        yield from _steps(part, migration)


def _steps(part: Part, migration: Migration) -> Iterator[Problem]:
    old, new = list(_taken(migration)), list(_made(migration))
    clashes = [n for n, _first in repeats(key for _step, _path, key in old)]
    for _step, path, key in (old[n] for n in clashes):
        message = _("another step takes the answer of '{key}' already").format(key=key)
        yield part.problem("MH714", path, message, _("Name each old question in one step."))
    steps = {old[n][1][:2] for n in clashes}
    for _step, path, key in (new[n] for n, _first in repeats(key for _step, _path, key in new)):
        if path[:2] not in steps:
            message = _("another step makes the answer of '{key}' already").format(key=key)
            yield part.problem("MH714", path, message, _("Several questions that become one are one step: 'merge'."))
    keys = {key for _step, _path, key in old}
    for key in migration.old:
        yield from Reference(part, ("old", key), "question", key, keys, at_key=True).problems("MH714")


def check_missing_words(folder: Folder) -> Iterator[Problem]:
    """Each old question whose answers may be archived has its words under `old`."""
    for part, migration in migrations_of(folder):
        for step, path, key in _taken(migration):
            if not isinstance(step, Rename) and key not in migration.old:
                message = _("the words of the old question '{key}' are missing").format(key=key)
                hint = _("Add them under 'old', as the older version of the pack has them.")
                yield part.problem("MH715", path, message, hint)


def _taken(migration: Migration) -> Iterator[tuple[Step, Path, str]]:
    """Each old question with the step that takes its answer, and its place."""
    for n, step in enumerate(migration.steps):
        if isinstance(step, Merge):
            yield from ((step, ("steps", n, "questions", m), key) for m, key in enumerate(step.questions))
        else:
            yield step, ("steps", n, "question"), step.question


def _made(migration: Migration) -> Iterator[tuple[Step, Path, str]]:
    """Each new question with the step that makes its answer, and its place."""
    for n, step in enumerate(migration.steps):
        if isinstance(step, Split):
            yield from ((step, ("steps", n, "into", m), key) for m, key in enumerate(step.into))
        else:
            where = "to" if getattr(step, "to", None) else "question"
            yield from ((step, ("steps", n, where), key) for key in step.made)
