"""What migrations lead to is there."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT, SUBJECT
from mhscan.errors import Path, Problem
from mhscan.integrity.moves import made, migrations_of
from mhscan.integrity.names import Names, Wanted, names_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Indicator
from mhscan.pack.migration import MapValues, Migration, Rescale
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.versions import Route, later, route
from mhscan.questions.registry import Question


def check(folder: Folder) -> Iterator[Problem]:
    """The questions, values and questionnaires that steps lead to exist, also after all later migrations."""
    names = names_of(folder)
    found = migrations_of(folder)
    for part, migration in found if names.model is not None else ():
        way = route([one for _part, one in found], migration.to, names.model.version if names.model else "")
        if way is not None:
            yield from _questions(part, migration, way, names)
            yield from _questionnaires(part, migration, way, folder)


def _questions(part: Part, migration: Migration, way: Route, names: Names) -> Iterator[Problem]:
    known = _known(names)
    retaken = {key for one in way for step in one.steps for key in step.taken}
    for step, path, key in made(migration):
        ends = [one for one in later(key, way) if one.split(".")[0] not in names.broken_factors]
        missing = [one for one in ends if one not in known]
        if missing:
            yield Wanted(part, path, "question", names.words).problem("MH712", missing[0], set(known))
        elif key not in retaken and key in known and isinstance(step, MapValues | Rescale):
            yield from _values(part, path[:2], step, known[key])


def _known(names: Names) -> dict[str, Indicator | Question]:
    """All that answers can be about, by the keys of an assessment."""
    return {
        **names.indicators,
        **{CONTEXT + key: one for key, one in names.context.items()},
        **{SUBJECT + key: one for key, one in names.subject.items()},
    }


def _values(part: Part, at: Path, step: MapValues | Rescale, target: Indicator | Question) -> Iterator[Problem]:
    """The values that a step makes are levels or options of the question."""
    if isinstance(target, Indicator):
        possible = [str(one.level) for one in target.levels]
    else:
        possible = [one.id for one in target.offered]
    for n, value in enumerate(step.values_made):
        if possible and str(value) not in possible:
            path: Path = ("values", n, "to") if isinstance(step, MapValues) else ("new", n)
            message = _("{value} is no answer of this question; its answers are {known}")
            yield part.problem("MH712", (*at, *path), message.format(value=value, known=", ".join(possible)))


def _questionnaires(part: Part, migration: Migration, way: Route, folder: Folder) -> Iterator[Problem]:
    known = {one.id for _part, one in folder.of(Questionnaire)}
    if names_of(folder).broken_questionnaires:
        return
    for n, pair in enumerate(migration.questionnaires):
        name = pair.to
        for following in way:
            name = next((one.to for one in following.questionnaires if one.from_ == name), name)
        if name not in known:
            yield Wanted(part, ("questionnaires", n, "to"), "questionnaire").problem("MH712", name, known)
