"""An assessment of an older version of a pack, carried over to a newer one; pure, and nothing gets lost.

Answers that go over unchanged keep everything. An answer that a rule made out of others says so in `derived_from`, and
what was really answered is archived. What no longer fits is archived too, with the words of its question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mhscan.answers.legacy_texts import LegacyTexts
from mhscan.answers.migrator import AnswerMigrator, MigrationChange
from mhscan.answers.model import Assessment
from mhscan.answers.reading import must_fit, pack_ref
from mhscan.errors import InputError
from mhscan.language import _, speaking
from mhscan.pack.migration import Migration
from mhscan.pack.pack import Pack
from mhscan.pack.versions import Route, numbers, route


@dataclass(frozen=True)
class Stage:
    """One move from a version to another: by a migration, or the last look at what fits."""

    start: str
    goal: str
    text: str
    changes: tuple[MigrationChange, ...]


@dataclass(frozen=True)
class Migrated:
    """An assessment in the newer version, with what happened on the way; a stage has a text, a change or both.

    `came_from` tells for each answer which ids it had in the older version.
    """

    assessment: Assessment
    stages: tuple[Stage, ...]
    came_from: Mapping[str, tuple[str, ...]]

    @property
    def changes(self) -> tuple[MigrationChange, ...]:
        """All that changed, in order."""
        return tuple(one for stage in self.stages for one in stage.changes)


def is_older(pack: Pack, assessment: Assessment) -> bool:
    """Whether an assessment was made with an earlier state of this very pack."""
    made, here = assessment.pack, pack.model
    return made.id == here.id and made.sha256 != pack.sha256 and numbers(made.version) <= numbers(here.version)


def carried_to_look(pack: Pack, assessment: Assessment) -> Migrated | None:
    """An older assessment in this version of its pack, to look at; nothing where it is of this version, or cannot.

    Under the same number the answers stay as they are in the file, unless the pack calls something otherwise.
    """
    if not is_older(pack, assessment):
        return None
    try:
        migrated = migrate(pack, assessment)
    except InputError:
        return None
    same = assessment.pack.version == pack.model.version
    return None if same and all(one.archived for one in migrated.changes) else migrated


def migrate(pack: Pack, assessment: Assessment, old: Pack | None = None) -> Migrated:
    """The assessment in this version of its pack; as it is, if it is that already.

    `old` is the pack that it was made with, if it is at hand: it has the words of questions that are gone.

    Raises:
        InputError: it belongs to another pack or a newer version, or no migration leads here.
    """
    if assessment.pack == pack_ref(pack):
        return Migrated(assessment, (), {key: (key,) for key in assessment.answers})
    way = _way(pack, assessment)
    questionnaire = _questionnaire(pack, assessment, way)
    # What is written into the file is in the language of the pack, whoever runs the program.
    with speaking(pack.model.language):
        migrator = AnswerMigrator(pack, assessment, LegacyTexts(pack, old))
        stages = [Stage(one.from_, one.to, one.text, migrator.apply(one)) for one in way]
        at = way[-1].to if way else assessment.pack.version
        stages.append(Stage(at, pack.model.version, "", migrator.fit()))
        changed = {
            "subject": migrator.subject(),
            "pack": pack_ref(pack),
            "earlier": (*assessment.earlier, assessment.pack),
            "questionnaire": questionnaire,
            "answers": migrator.answers(),
            "archived": migrator.archived(),
        }
    return Migrated(
        assessment.model_copy(update=changed),
        tuple(one for one in stages if one.changes or one.text),
        migrator.came_from,
    )


def _way(pack: Pack, assessment: Assessment) -> Route:
    must_fit(pack, assessment)
    made, here = assessment.pack, pack.model
    found = route(pack.migrations, made.version, here.version)
    if found is None:
        message = _("There is no way from version {made} of the pack to version {here}.")
        hint = _("Its authors have to add a file in factors/migrations. Nothing was changed.")
        raise InputError(message.format(made=made.version, here=here.version), hint)
    return found


def _questionnaire(pack: Pack, assessment: Assessment, way: tuple[Migration, ...]) -> str:
    """The questionnaire of the newer version."""
    wanted = assessment.questionnaire
    for one in way:
        wanted = next((pair.to for pair in one.questionnaires if pair.from_ == wanted), wanted)
    if pack.questionnaire(wanted) is None:
        message = _("The new version of the pack has no questionnaire '{id}'.").format(id=wanted)
        raise InputError(message, _("Its authors have to say in a migration which one came in its place."))
    return wanted
