"""The answers of one assessment on their way to another version: where each is now, and what has to be archived."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from mhscan.answers.legacy_texts import LegacyTexts
from mhscan.answers.model import Answer, ArchivedAnswer, Assessment
from mhscan.answers.names import for_migration, for_pack, option_now
from mhscan.answers.reading import misfit, refusal
from mhscan.answers.steps import Held, StepEffect, apply_step
from mhscan.base import SUBJECT, Stored, card_of
from mhscan.language import _
from mhscan.pack.aliases import Names
from mhscan.pack.migration import Migration, Rename, Step
from mhscan.pack.pack import Pack


@dataclass(frozen=True)
class MigrationChange:
    """What became of one or more answers: their ids before and after, whether they are archived, and why.

    `values` has the value before and after, where one answer became another.
    """

    taken: tuple[str, ...]
    made: tuple[str, ...]
    archived: bool
    why: str
    values: tuple[Stored, Stored] | None = None


class AnswerMigrator:
    """Takes answers through migrations; every answer that was given is either among the answers at the end or archived.

    A field of the subject goes along as the answer `subject.FIELD`.
    """

    def __init__(self, pack: Pack, assessment: Assessment, words: LegacyTexts) -> None:
        """Start with the answers as they are in the file."""
        self._pack = pack
        self._start = assessment
        self._words = words
        self._given: dict[str, Answer] = {}
        self._held: dict[str, Held] = {}
        self._gone: dict[str, str] = {}
        for field, value in assessment.subject.items():
            if field != "name":
                self._begin(SUBJECT + field, _field(value))
        for key, answer in assessment.answers.items():
            self._begin(key, answer)

    @property
    def came_from(self) -> dict[str, tuple[str, ...]]:
        """For each answer the ids that it had in the file."""
        return {key: one.sources for key, one in self._held.items()}

    def _begin(self, key: str, answer: Answer) -> None:
        """Take up an answer; an editor can have put a field of the subject among the answers too: that is archived."""
        source = f"{key} (2)" if key in self._given else key
        self._given[source] = answer
        if key.startswith(SUBJECT) and answer.state == "answered" and answer != _field(answer.value):
            self._archive(Held(answer, (source,)), _("The answer does not fit the question any more."))
        else:
            self._place(key, Held(answer, (source,)))

    def _place(self, key: str, one: Held) -> bool:
        """Put an answer under an id; false if another is there: then this one is archived."""
        if key in self._held:
            self._archive(one, _occupied())
            return False
        self._held[key] = one
        return True

    def _archive(self, one: Held, why: str) -> None:
        """Keep the answers as they were given, however far they have come since."""
        self._gone |= dict.fromkeys(one.sources, why)

    def apply(self, migration: Migration) -> tuple[MigrationChange, ...]:
        """Take all steps of one migration; each sees the answers as they were before it."""
        changes = self._rename(for_migration(self._pack, migration, tuple(self._held)))
        changes += self._rename(_facts_along(migration, tuple(self._held)))
        before = self._held
        taken = {key for step in migration.steps for key in step.taken}
        self._held = {key: one for key, one in before.items() if key not in taken}
        for key, one in before.items():
            self._words.remember(one.sources, migration.old.get(key))
        for step in migration.steps:
            effect = apply_step(step, before)
            if effect is not None:
                changes += self._settle(step, effect, before)
        return tuple(changes)

    def _rename(self, names: Names) -> list[MigrationChange]:
        """Put answers under other ids; all that came with them stays."""
        changes = []
        for old, new in names.items():
            placed = self._place(new, self._held.pop(old))
            made, why = ((new,), _renamed()) if placed else ((), _occupied())
            changes.append(MigrationChange((old,), made, archived=not placed, why=why))
        return changes

    def _rename_options(self) -> list[MigrationChange]:
        """Give answers the ids that their options have now."""
        changes = []
        for key, one in self._held.items():
            old = one.answer.value
            new = option_now(self._pack, key, old)
            if old is not None and new is not None and new != old:
                self._held[key] = replace(one, answer=one.answer.model_copy(update={"value": new}))
                why = _("The option has another id.")
                changes.append(MigrationChange((key,), (key,), archived=False, why=why, values=(old, new)))
        return changes

    def _settle(self, step: Step, effect: StepEffect, before: dict[str, Held]) -> list[MigrationChange]:
        """Put what a step made in its place, and archive what it says."""
        present = tuple(key for key in step.taken if key in before)
        for key in present:
            if effect.archived:
                self._archive(before[key], effect.why)
        made = tuple(key for key, one in effect.made.items() if self._place(key, one))
        if not effect.archived and made == present:
            return []
        archived = effect.archived or len(made) < len(effect.made)
        return [MigrationChange(present, made, archived, effect.why, self._values(present, made, before))]

    def _values(
        self, taken: tuple[str, ...], made: tuple[str, ...], before: dict[str, Held]
    ) -> tuple[Stored, Stored] | None:
        """The value of one answer before and after, where it changed."""
        if len(taken) != 1 or len(made) != 1:
            return None
        old, new = before[taken[0]].answer.value, self._held[made[0]].answer.value
        return None if old is None or new is None or old == new else (old, new)

    def fit(self) -> tuple[MigrationChange, ...]:
        """Give what the pack calls otherwise its name of now, and archive what does not fit.

        That is what the pack does not ask, or cannot take; and who carries it, where the pack does not know them.
        """
        changes = [*self._rename(for_pack(self._pack, tuple(self._held))), *self._rename_options()]
        kinds = {carrier.id for carrier in self._pack.model.carriers}
        for key, one in list(self._held.items()):
            why = self._misfit(key, one.answer)
            if why:
                del self._held[key]
                self._archive(one, why)
                changes.append(MigrationChange((key,), (), archived=True, why=why))
            elif one.answer.carried_by and one.answer.carried_by.kind not in kinds:
                why = _("The new version does not know who carries this.")
                self._archive(one, why)
                self._held[key] = replace(one, answer=one.answer.model_copy(update={"carried_by": None}))
                changes.append(MigrationChange((key,), (key,), archived=True, why=why))
        return tuple(changes)

    def _misfit(self, key: str, answer: Answer) -> str:
        """Why an answer cannot stand in the pack; empty if it can."""
        fields = self._pack.subject_fields
        if key not in {*fields, "respondent.role"} and not self._pack.asks(key):
            return _("The new version does not ask this.")
        is_field = key in fields and answer.state == "answered"
        why = refusal(fields[key], answer.value) if is_field else misfit(self._pack, key, answer)
        return _("The answer does not fit the question any more.") if why else ""

    def subject(self) -> dict[str, Stored]:
        """The fields of the subject."""
        values = {key.removeprefix(SUBJECT): one.answer.value for key, one in self._held.items() if _is_field(key, one)}
        return {"name": self._start.name, **{key: value for key, value in values.items() if value is not None}}

    def answers(self) -> dict[str, Answer]:
        """The answers by their ids in the newer version; one that was made out of others says so."""
        return {key: self._marked(one) for key, one in self._held.items() if not _is_field(key, one)}

    def _marked(self, one: Held) -> Answer:
        if not one.derived:
            return one.answer
        roots = [key for source in one.sources for key in self._given[source].derived_from or (source,)]
        return one.answer.model_copy(update={"derived_from": tuple(dict.fromkeys(roots))})

    def archived(self) -> dict[str, ArchivedAnswer]:
        """All that was archived: before, and now, in the order of the file."""
        found = dict(self._start.archived)
        version = self._start.pack.version
        for source in [one for one in self._given if one in self._gone]:
            given = self._given[source]
            found[_free(source, version, found)] = ArchivedAnswer(
                question=self._words.question(source),
                factor=self._words.factor(source),
                answer=given.model_copy(update={"said": self._words.said(source, given)}),
                version=version,
                because=self._gone[source],
            )
        return found


def _facts_along(migration: Migration, keys: Collection[str]) -> Names:
    """The new ids of facts whose indicator gets another id, as far as no step names them."""
    moved = {step.question: step.to for step in migration.steps if isinstance(step, Rename)}
    named = {key for step in migration.steps for key in step.taken}
    facts = [key for key in keys if card_of(key) != key and key not in named and card_of(key) in moved]
    return {key: moved[card_of(key)] + key.removeprefix(card_of(key)) for key in facts}


def _renamed() -> str:
    return _("The question has another id.")


def _occupied() -> str:
    return _("There is another answer to this question already.")


def _field(value: Stored | None) -> Answer:
    """A field of the subject as an answer."""
    return Answer(state="answered", value=value)


def _is_field(key: str, one: Held) -> bool:
    return key.startswith(SUBJECT) and one.answer.state == "answered" and one.answer.value is not None


def _free(key: str, version: str, used: dict[str, ArchivedAnswer]) -> str:
    """The id, or with a version and a number behind it, so that nothing that was archived before is replaced."""
    names = [key, f"{key} ({version})", *(f"{key} ({version}, {n})" for n in range(2, len(used) + 3))]
    return next(one for one in names if one not in used)
