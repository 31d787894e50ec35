"""A plan of an older version of a pack, carried over to a newer one; pure, and nothing gets lost.

Targets of indicators go the way of the answers to them: the same steps, the same rules for levels. A target or an
action of which nobody says what became of it stays under its old id.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from mhscan.answers.legacy_texts import LegacyTexts
from mhscan.answers.migrator import AnswerMigrator
from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.names import action_now, factors_now
from mhscan.errors import InputError
from mhscan.language import _
from mhscan.pack.pack import Pack
from mhscan.pack.versions import Route, numbers, route
from mhscan.plans.model import Plan, Target

T = TypeVar("T")


@dataclass(frozen=True)
class Moved:
    """A target or the state of an action that has another id or level now: both before and after, 0 for no level."""

    old: str
    new: str
    level_before: int = 0
    level: int = 0


@dataclass(frozen=True)
class CarriedPlan:
    """A plan in the newer version, what has another id or level in it, and the targets that lead nowhere now."""

    plan: Plan
    moved: tuple[Moved, ...]
    lost: tuple[str, ...]


def carry_plan(pack: Pack, plan: Plan, made: str = "") -> CarriedPlan:
    """The plan as it is called in this version of the pack.

    `made` is the version that its ids are of where the plan does not say that. Where nobody knows, only what the pack
    does not have is carried over: a level of what it has may well be of this version.
    """
    version = plan.version or made
    if plan.pack != pack.model.id or is_newer(pack, plan):
        return CarriedPlan(plan, (), ())
    targets, moved = _targets(pack, plan.targets, version)
    names = {key: action_now(pack, key) for key in plan.actions}
    actions = _renamed(plan.actions, names)
    moved += [Moved(old, names[old]) for old in plan.actions if old not in actions]
    lost = tuple(key for key in targets if key not in pack.places and key not in {one.id for one in pack.factors})
    changed = {"targets": targets, "actions": actions, "version": pack.model.version}
    return CarriedPlan(plan.model_copy(update=changed), tuple(moved), lost)


def is_newer(pack: Pack, plan: Plan) -> bool:
    """Whether the ids of a plan are of a newer version of the pack than this one."""
    return plan.pack == pack.model.id and numbers(plan.version or "") > numbers(pack.model.version)


def refuse_newer_plan(pack: Pack, plan: Plan) -> None:
    """Refuse to put ids of an older version of the pack into a plan of a newer one.

    Raises:
        InputError: the plan is of a newer version.
    """
    if is_newer(pack, plan):
        message = _("The plan is of version {made} of the pack; this is the older version {here}.")
        raise InputError(message.format(made=plan.version, here=pack.model.version), _("Use the newer version."))


def _targets(pack: Pack, targets: Mapping[str, Target], version: str) -> tuple[dict[str, Target], list[Moved]]:
    """The targets by their ids of now, and which of them changed."""
    factors = factors_now(pack)
    able = {key: one for key, one in targets.items() if "." in key and (version or key not in pack.places)}
    found = {key: one for key, one in targets.items() if key not in able}
    after = _renamed(found, factors)
    moved = [Moved(old, factors[old]) for old in found if old not in after]
    for old, new, target in _through(pack, able, version):
        free = new not in after
        after[new if free else old] = target if free else able[old]
        if free and (old, able[old].level) != (new, target.level):
            moved.append(Moved(old, new, able[old].level, target.level))
    return after, moved


def _through(pack: Pack, targets: Mapping[str, Target], version: str) -> Iterator[tuple[str, str, Target]]:
    """Each target, as the old id, the new one and the target, after all migrations; unchanged if it does not arrive."""
    migrator = AnswerMigrator(pack, _as_answers(pack, targets, version), LegacyTexts(pack, None))
    for one in _way(pack, version):
        migrator.apply(one)
    migrator.fit()
    answers, came_from = migrator.answers(), migrator.came_from
    arrived = {old for sources in came_from.values() for old in sources}
    yield from ((key, key, one) for key, one in targets.items() if key not in arrived)
    for new, sources in came_from.items():
        dates = [date for old in sources if (date := targets[old].by)]
        changed = {"level": answers[new].value, "by": min(dates, default=None)}
        yield sources[0], new, targets[sources[0]].model_copy(update=changed)


def _as_answers(pack: Pack, targets: Mapping[str, Target], version: str) -> Assessment:
    """Targets as an assessment in which each level was reached, so that they go the way of answers."""
    return Assessment(
        schema_="mhscan/assessment@1",
        id="targets",
        subject={"name": "targets"},
        date="2000-01-01",
        pack=PackRef(id=pack.model.id, version=version, sha256=""),
        questionnaire="targets",
        respondent=Respondent(id="targets"),
        answers={key: Answer(state="answered", value=one.level) for key, one in targets.items()},
    )


def _way(pack: Pack, version: str) -> Route:
    """The migrations from a version, or from the oldest that there is one for; none where there is no way."""
    oldest = min((one.from_ for one in pack.migrations), key=numbers, default=pack.model.version)
    return route(pack.migrations, version or oldest, pack.model.version) or ()


def _renamed(things: Mapping[str, T], names: Mapping[str, str]) -> dict[str, T]:
    """Things under their new names, in their order; one whose new name is in use keeps its old one."""
    found: dict[str, T] = {}
    for key, one in things.items():
        new = names.get(key, key)
        free = new == key or (new not in things and new not in found)
        found[new if free else key] = one
    return found
