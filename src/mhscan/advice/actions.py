"""Which actions to advise, in which order, and why each stands where it stands.

Each indicator that is answered below its highest level gives one action: the one that `Choice` finds. They are ordered
by the general rule of `Order.weigh`, and then moved behind what they depend on; `docs/architecture.md` explains it.
Which actions block, what counts as low and how strong a claim is all stand in the pack.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mhscan.advice.choice import Choice
from mhscan.advice.fitting import fitted
from mhscan.advice.order import Candidate, Order, Reason, ReasonKind, near_moments
from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Assessment
from mhscan.conditions import All, Condition, keys_of
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.figures import Range
from mhscan.scoring.scores import Scores

__all__ = ["WAITS", "Advised", "Reason", "advise", "lagging_phase"]
"""`Reason` too: who reads the advice finds all that it is made of here."""

WAITS: tuple[ReasonKind, ...] = ("waits", "waits_for_answer")
"""The reasons by which an action waits: for another action, or for an answer, which is no part of the advice."""


@dataclass(frozen=True)
class Advised:
    """An action that is advised for an indicator, as it is put for the subject, with the reasons for its place."""

    place: Place
    level: int
    action: Action
    reasons: tuple[Reason, ...]
    quick: bool

    @property
    def id(self) -> str:
        """The full id of the action."""
        return f"{self.place.factor.id}.{self.action.id}"


def advise(pack: Pack, assessment: Assessment, scores: Scores, rules: Sequence[RuleResult]) -> tuple[Advised, ...]:
    """All advised actions, the first to do first."""
    near = near_moments(pack, assessment)
    choice = Choice(pack, scores, near)
    found = [(one, choice.next_action(one)) for one in scores.indicators.values()]
    candidates = [Candidate(one, action, one.level or 0) for one, action in found if action is not None]
    actions = {one.score.place.id: one.action for one in candidates}
    lagging = lagging_phase(pack, scores.phases)
    order = Order(pack, scores, rules, actions, near, lagging)
    for candidate in candidates:
        order.weigh(candidate)
    ordered = _after_needs(sorted(candidates, key=lambda c: c.key), scores)
    quick = _quick_wins(pack, ordered)
    return tuple(
        Advised(
            one.score.place,
            one.level,
            fitted(pack, assessment, scores.conditions, one.score.place, one.action),
            tuple(one.reasons),
            one.id in quick,
        )
        for one in ordered
    )


def _after_needs(ordered: list[Candidate], scores: Scores) -> list[Candidate]:
    """The same order, but nothing before the action on which it depends."""
    by_indicator = {candidate.score.place.id: candidate for candidate in ordered}
    done: dict[str, Candidate] = {}

    def visit(candidate: Candidate, path: frozenset[str]) -> None:
        if candidate.id in done or candidate.id in path:
            return
        for needed, is_open in _needs(candidate, scores).items():
            before = by_indicator.get(needed)
            if before is not None and before is not candidate:
                if before.id not in done:
                    before.reasons.append(Reason("enables", (candidate.id,)))
                visit(before, path | {candidate.id})
                candidate.reasons.append(Reason("waits", (before.id,)))
            elif is_open:
                candidate.reasons.append(Reason("waits_for_answer", (needed,)))
        done[candidate.id] = candidate

    for candidate in ordered:
        visit(candidate, frozenset())
    return list(done.values())


def _needs(candidate: Candidate, scores: Scores) -> dict[str, bool]:
    """The answers in the requirements of an action that are not met, and whether each is still open."""
    unmet: dict[str, bool] = {}
    for condition in candidate.action.requires:
        unmet |= _unmet(condition, scores)
    return unmet


def _unmet(condition: Condition, scores: Scores) -> dict[str, bool]:
    if isinstance(condition, All):
        return {key: is_open for one in condition.all for key, is_open in _unmet(one, scores).items()}
    outcome = scores.conditions.evaluate(condition)
    return {} if outcome.value is True else {key: key in outcome.open for key in keys_of(condition)}


def _quick_wins(pack: Pack, ordered: Sequence[Candidate]) -> set[str]:
    """The ids of the actions that take little, and wait for nothing but other quick wins before them."""
    quick = pack.model.advice.quick
    found: set[str] = set()
    if quick is None:
        return found
    for candidate in ordered:
        waits = {about for one in candidate.reasons if one.kind in WAITS for about in one.about}
        is_little = candidate.action.effort in quick.efforts and candidate.action.term in quick.terms
        if is_little and waits <= found:
            found.add(candidate.id)
    return found


def lagging_phase(pack: Pack, phases: Mapping[str, Range]) -> str | None:
    """The axis of the profile that is lower for sure: the ranges do not overlap."""
    profile = pack.model.profile
    if profile is None:
        return None
    x, y = phases[profile.x], phases[profile.y]
    if x.point is None or y.point is None:
        return None
    if x.high < y.low:
        return profile.x
    return profile.y if y.high < x.low else None
