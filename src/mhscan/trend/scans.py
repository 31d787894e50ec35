"""Assessments that are compared: each under its own pack, and carried over to the newest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mhscan.advice.result import Result, evaluate
from mhscan.answers.migration import Migrated, migrate
from mhscan.answers.model import Assessment
from mhscan.answers.reading import pack_ref
from mhscan.answers.subjects import difference
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.pack.versions import later, numbers, route


@dataclass(frozen=True)
class Given:
    """An assessment, and the pack that it was made with where that is at hand; `name` is what messages call it."""

    name: str
    assessment: Assessment
    pack: Pack | None


@dataclass(frozen=True)
class ComparedScan:
    """An assessment that is compared.

    `own` is what it comes to under the pack that it was made with, if that is at hand; `now` what its answers come to
    under the newest pack. `moved` tells how they were carried over, `asked` which questions of the newest pack the pack
    of the time had already; None where that is not known.
    """

    given: Given
    own: Result | None
    now: Result
    moved: Migrated
    asked: frozenset[str] | None

    @property
    def assessment(self) -> Assessment:
        """The assessment as it is in its file."""
        return self.given.assessment

    @property
    def same_pack(self) -> bool:
        """Whether it was made with the newest pack."""
        return self.given.assessment.pack == pack_ref(self.now.pack)


def newest(packs: Sequence[Pack]) -> Pack:
    """The pack with the highest version; of two with the same, the last."""
    return max(enumerate(packs), key=lambda one: (numbers(one[1].model.version), one[0]))[1]


Evaluate = Callable[[Pack, Assessment], Result]
"""What an assessment comes to under a pack, perhaps only as far as an audience may see it."""


def scans_of(pack: Pack, given: Sequence[Given], evaluated: Evaluate = evaluate) -> tuple[ComparedScan, ...]:
    """The assessments in order of date, all under one pack.

    Raises:
        InputError: they are not of one subject, perspective and pack; or answers cannot be carried over.
    """
    found = scans_together(pack, given, evaluated)
    perspectives = {_perspective(one) for one in found}
    if len(perspectives) > 1:
        message = _("The files were not filled in from one perspective: some have the answers of a partner.")
        raise InputError(message, _("Compare own answers with own answers, and a partner with a partner."))
    return found


def scans_together(pack: Pack, given: Sequence[Given], evaluated: Evaluate = evaluate) -> tuple[ComparedScan, ...]:
    """The assessments in order of date, all under one pack, from whatever perspective.

    Raises:
        InputError: they are not of one subject and pack; or answers cannot be carried over.
    """
    ordered = sorted(given, key=lambda one: one.assessment.date)
    first = ordered[0]
    for other in ordered[1:]:
        _refuse_other_subject(pack, first, other)
    return tuple(_scan(pack, one, evaluated) for one in ordered)


def _scan(pack: Pack, given: Given, evaluated: Evaluate) -> ComparedScan:
    moved = migrate(pack, given.assessment, given.pack)
    now = evaluated(pack, moved.assessment)
    if given.assessment.pack == pack_ref(pack):
        return ComparedScan(given, now, now, moved, frozenset(pack.places))
    if given.pack is None:
        return ComparedScan(given, None, now, moved, None)
    way = route(pack.migrations, given.pack.model.version, pack.model.version) or ()
    before = pack.questions_before
    asked = frozenset(before.get(new, new) for key in given.pack.places for new in later(key, way))
    return ComparedScan(given, evaluated(given.pack, given.assessment), now, moved, asked)


def _perspective(scan: ComparedScan) -> str:
    questionnaire = scan.now.pack.questionnaire(scan.now.assessment.questionnaire)
    return questionnaire.perspective if questionnaire else "own"


def _refuse_other_subject(pack: Pack, first: Given, other: Given) -> None:
    """Refuse files of two subjects: this is no tool to rank them.

    Raises:
        InputError: their codes differ; or their names do, where not both have a code.
    """
    differs = difference(pack, first.assessment.subject, other.assessment.subject)
    if differs:
        message = _("{first} and {other} are about different subjects. {difference}").format(
            first=first.name, other=other.name, difference=differs
        )
        hint = _("mhscan compares one subject with itself. It never ranks one against another.")
        raise InputError(message, hint)
