"""What changed between assessments of one subject: what the answers changed, and what a newer pack changed.

The old answers are scored twice: under the pack of the time, and, carried over, under the newest pack. The difference
between those two comes from the pack. The difference between the carried over old answers and the new answers, both
under the newest pack, is the real change. Nothing is a change that open answers could still undo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mhscan.advice.result import Result, evaluate
from mhscan.answers.model import Respondent
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack
from mhscan.plans.model import ActionState, Plan
from mhscan.scoring.scores import Figure
from mhscan.trend.difference import ABSENT, NO_DIFFERENCE, Difference, difference
from mhscan.trend.indicators import Counts, IndicatorChange, counts, indicator_changes
from mhscan.trend.scans import ComparedScan, Evaluate, Given, scans_of

FigureKind = Literal["phase", "factor", "total"]
Cause = Literal[
    "role", "respondent", "questionnaire", "kind", "pack", "pack_unknown", "derived", "asked_again", "draft"
]


@dataclass(frozen=True)
class FigureChange:
    """A phase, factor or the total, at two moments.

    `then` is the figure under the pack of the time, None where it has none or that pack is not at hand. `before` and
    `after` are under the newest pack. `real` is from `before` to `after`, `by_pack` from `then` to `before`.
    """

    kind: FigureKind
    id: str
    then: Figure | None
    before: Figure
    after: Figure
    real: Difference
    by_pack: Difference
    counts: Counts


@dataclass(frozen=True)
class ScanPair:
    """Two assessments, the older first, with all that changed and what else may explain it."""

    before: ComparedScan
    after: ComparedScan
    figures: tuple[FigureChange, ...]
    indicators: tuple[IndicatorChange, ...]
    causes: tuple[Cause, ...]

    @property
    def counts(self) -> Counts:
        """The counts over all indicators."""
        return counts(self.indicators)


@dataclass(frozen=True)
class Comparison:
    """Assessments of one subject in order of date, and each pair of neighbours; `whole` is the first with the last.

    `scored` is False for the answers of a partner: those get no figures.
    """

    pack: Pack
    scored: bool
    scans: tuple[ComparedScan, ...]
    pairs: tuple[ScanPair, ...]
    whole: ScanPair


def compare(pack: Pack, given: Sequence[Given], evaluated: Evaluate = evaluate) -> Comparison:
    """All that changed between two or more assessments, under one pack, the newest; `evaluated` works out each.

    Raises:
        InputError: they are not of one subject, perspective and pack; or answers cannot be carried over.
    """
    scans = scans_of(pack, given, evaluated)
    questionnaire = pack.questionnaire(scans[-1].now.assessment.questionnaire)
    scored = questionnaire is None or questionnaire.perspective == "own"
    pairs = tuple(_pair(before, after, scored) for before, after in pairwise(scans))
    whole = pairs[0] if len(pairs) == 1 else _pair(scans[0], scans[-1], scored)
    return Comparison(pack, scored, scans, pairs, whole)


def _pair(before: ComparedScan, after: ComparedScan, scored: bool) -> ScanPair:
    indicators = indicator_changes(before, after)
    figures = tuple(_figures(before, after, indicators)) if scored else ()
    return ScanPair(before, after, figures, indicators, tuple(_causes(before, after)))


def _figures(before: ComparedScan, after: ComparedScan, indicators: tuple[IndicatorChange, ...]) -> list[FigureChange]:
    """The phases, the factors, and the total where the pack has one."""
    pack = after.now.pack
    found = [_figure(before, after, "phase", one.id, indicators) for one in pack.model.phases]
    found += [_figure(before, after, "factor", one.id, indicators) for one in pack.factors]
    if pack.model.aggregate.total:
        found.append(_figure(before, after, "total", "total", indicators))
    return [one for one in found if one is not None]


def _figure(
    before: ComparedScan, after: ComparedScan, kind: FigureKind, key: str, indicators: tuple[IndicatorChange, ...]
) -> FigureChange | None:
    one, other = figure_of(before.now, kind, key), figure_of(after.now, kind, key)
    if one is None or other is None:
        return None
    then = figure_of(before.own, kind, key) if before.own else None
    own = [each for each in indicators if _is_under(kind, key, each)]
    by_pack = NO_DIFFERENCE if before.same_pack else difference(then, one) if before.own else ABSENT
    return FigureChange(kind, key, then, one, other, difference(one, other), by_pack, counts(own))


def figure_of(result: Result, kind: FigureKind, key: str) -> Figure | None:
    """A figure of a result; nothing where its pack does not have it."""
    return result.scores.figures.get(f"{kind} {key}")


def _is_under(kind: FigureKind, key: str, change: IndicatorChange) -> bool:
    place = change.place
    if not place.aspect.scored:
        return False
    return kind == "total" or key == (place.factor.phase if kind == "phase" else place.factor.id)


def _causes(before: ComparedScan, after: ComparedScan) -> list[Cause]:
    """What else than a real change may explain a difference."""
    earlier, later = before.assessment, after.assessment
    causes: dict[Cause, bool] = {
        **_respondents(earlier.respondent, later.respondent),
        "questionnaire": before.now.assessment.questionnaire != after.now.assessment.questionnaire,
        "kind": earlier.kind != later.kind,
        "pack" if before.own else "pack_unknown": earlier.pack != later.pack,
        "derived": any(answer.derived_from for answer in before.now.assessment.answers.values()),
        "asked_again": any(change.archived and not change.made for change in before.moved.changes),
        "draft": "draft" in (earlier.status, later.status),
    }
    return [cause for cause, is_so in causes.items() if is_so]


def _respondents(earlier: Respondent, later: Respondent) -> dict[Cause, bool]:
    """Whether others answered: in another role where both are known, else by the id."""
    other_role = bool(earlier.role and later.role) and earlier.role != later.role
    return {"role": other_role, "respondent": not other_role and earlier.id != later.id}


@dataclass(frozen=True)
class ActionChange:
    """An action of the plan; `action` and `change` are None where the newest pack does not have it any more."""

    id: str
    state: ActionState
    action: Action | None
    change: IndicatorChange | None


def action_changes(pack: Pack, plan: Plan, pair: ScanPair) -> tuple[ActionChange, ...]:
    """The actions of a plan: those of the pack in its order, then those that it does not have any more."""
    changes = {one.place.id: one for one in pair.indicators}
    known = {
        f"{place.factor.id}.{action.id}": (action, changes[place.id])
        for place in pack.places.values()
        for action in place.indicator.actions
    }
    ids = [*(key for key in known if key in plan.actions), *(key for key in plan.actions if key not in known)]
    return tuple(ActionChange(key, plan.state(key), *known.get(key, (None, None))) for key in ids)
