"""The general rule that orders actions, step by step; see `docs/architecture.md`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import Literal

from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Assessment
from mhscan.conditions import All, Condition, keys_of
from mhscan.pack.factor import Action
from mhscan.pack.model import Moment
from mhscan.pack.pack import Pack
from mhscan.scoring.means import exact
from mhscan.scoring.scores import IndicatorScore, Scores

ReasonKind = Literal[
    "blocks", "mends", "enables", "waits", "waits_for_answer", "moment", "claim", "lagging_axis", "small_effort"
]


@dataclass(frozen=True)
class Reason:
    """One reason for the place of an action: its kind, and what it is about (ids of rules, actions, a phase, ...)."""

    kind: ReasonKind
    about: tuple[str, ...] = ()


@dataclass
class Candidate:
    """An action on its way to a place in the order: `key` sorts it, and `reasons` say why."""

    score: IndicatorScore
    action: Action
    level: int
    reasons: list[Reason] = field(default_factory=list)
    key: tuple[object, ...] = ()

    @property
    def id(self) -> str:
        """The full id of the action."""
        return f"{self.score.place.factor.id}.{self.action.id}"


class Order:
    """Gives each candidate a sorting key, and the reasons that go with it."""

    def __init__(
        self,
        pack: Pack,
        scores: Scores,
        rules: Sequence[RuleResult],
        actions: Mapping[str, Action],
        near: frozenset[str],
        lagging: str | None,
    ) -> None:
        """`actions` has the next action by indicator, `near` the moments that are, `lagging` the axis that is lower."""
        self._pack, self._scores = pack, scores
        self._fired = [one for one in rules if one.outcome.value is True]
        self._actions = actions
        self._near = near
        self._lagging = lagging
        self._turn = {key: n for n, key in enumerate(pack.places)}
        self._blocking = {key for key in pack.model.advice.first if self._is_low(key)}

    def _level(self, key: str) -> float:
        """The level of an indicator; above any threshold where it is not known."""
        level = self._scores.indicators[key].level
        return inf if level is None else level

    def _is_low(self, key: str) -> bool:
        return self._level(key) <= self._pack.low(self._pack.places[key])

    def _lacks_enough(self, key: str) -> bool:
        return self._level(key) < self._pack.enough(self._pack.places[key])

    def weigh(self, candidate: Candidate) -> None:
        """Set the key and the reasons of a candidate; the parts of the key are the steps of the general rule."""
        candidate.key = (
            self._blocks(candidate),
            self._mends(candidate),
            self._moment(candidate),
            not self._is_low(candidate.score.place.id),
            self._claim(candidate),
            self._lags(candidate),
            self._worth(candidate),
            *self._effort(candidate),
            self._weakest(candidate),
            self._turn[candidate.score.place.id],
        )

    def _blocks(self, candidate: Candidate) -> int:
        first = self._pack.model.advice.first
        if candidate.score.place.id not in self._blocking:
            return len(first)
        candidate.reasons.append(Reason("blocks"))
        return first.index(candidate.score.place.id)

    def _mends(self, candidate: Candidate) -> tuple[bool, bool, bool, int, Fraction, int]:
        """Whether it mends a rule that fired; if so: how serious the rule, if a moment lifts it, its turn, its worth.

        A moment that is near lifts the action bound to it, and all that has its turn before it.
        """
        key = candidate.score.place.id
        mended = [(n, one) for n, one in enumerate(self._fired) if key in one.rule.mend and self._lacks_enough(key)]
        if mended:
            candidate.reasons.append(Reason("mends", tuple(one.rule.id for _n, one in mended)))
        ranks = []
        for n, one in mended:
            turns = self._turns(one)
            if key in turns:
                at = turns.index(key)
                lifted = any(self._is_bound(other) for other in turns[at:])
                ranks.append((False, one.severity != "warning", not lifted, at, self._worth(candidate), n))
        return min(ranks, default=(True, True, True, 0, Fraction(0), 0))

    def _turns(self, fired: RuleResult) -> list[str]:
        """The indicators that mend a rule, in its order; what waits for something else goes to the back.

        What the rule itself looks at has its turn until it is enough, other remedies only while they are low.
        """
        seen = set(keys_of(fired.rule.when))
        lacking = [key for key in fired.rule.mend if (self._lacks_enough if key in seen else self._is_low)(key)]
        return sorted(lacking, key=self._waits)

    def _waits(self, key: str) -> bool:
        """Whether the next action needs what is not there, or not known; what blocks the rest is done before anyway."""
        action = self._actions.get(key)
        return action is not None and any(self._lacks(need) for need in action.requires)

    def _lacks(self, need: Condition) -> bool:
        if isinstance(need, All):
            return any(self._lacks(one) for one in need.all)
        return self._scores.conditions.evaluate(need).value is not True and self._blocking.isdisjoint(keys_of(need))

    def _is_bound(self, key: str) -> bool:
        """Whether the next action is bound to a moment that is near."""
        action = self._actions.get(key)
        return action is not None and action.moment in self._near

    def _moment(self, candidate: Candidate) -> bool:
        if candidate.action.moment not in self._near:
            return True
        candidate.reasons.append(Reason("moment", (str(candidate.action.moment),)))
        return False

    def _claim(self, candidate: Candidate) -> int:
        strongest = self._pack.strongest(candidate.score.place.indicator.sources)
        if strongest is None:
            return len(self._pack.modalities)
        candidate.reasons.append(Reason("claim", (strongest.id,)))
        return list(self._pack.modalities).index(strongest.id)

    def _worth(self, candidate: Candidate) -> Fraction:
        """What the answer is worth, 0-100: levels of two scales cannot be compared by their numbers."""
        return exact(self._pack.score(candidate.score.place, candidate.level))

    def _lags(self, candidate: Candidate) -> bool:
        if self._lagging is None or candidate.score.place.factor.phase != self._lagging:
            return True
        candidate.reasons.append(Reason("lagging_axis", (self._lagging,)))
        return False

    def _effort(self, candidate: Candidate) -> tuple[Fraction, Fraction]:
        """The least effort, then the most points that the indicator itself gains: its factor's size plays no part."""
        place, pack = candidate.score.place, self._pack
        gain = exact(pack.score(place, candidate.action.to)) - exact(pack.score(place, candidate.level))
        if _is_small(pack, candidate.action):
            candidate.reasons.append(Reason("small_effort"))
        return effort_size(pack, candidate.action), -gain

    def _weakest(self, candidate: Candidate) -> int:
        """How weak the weakest claim is: of two that are needed, what is needed as a whole goes first."""
        sources = candidate.score.place.indicator.sources
        order = list(self._pack.modalities)
        strengths = [self._pack.strongest((one,)) for one in sources]
        return max((order.index(one.id) for one in strengths if one), default=len(order))


def effort_size(pack: Pack, action: Action) -> Fraction:
    """The size of the effort of an action, as the pack gives it; the largest where the action names none."""
    sizes = {effort.id: exact(effort.size) for effort in pack.model.efforts}
    return sizes.get(action.effort or "", max(sizes.values(), default=Fraction(1)))


def _is_small(pack: Pack, action: Action) -> bool:
    """Whether an action says that it takes the least effort, where there is more effort to compare it with."""
    sizes = {one.id: exact(one.size) for one in pack.model.efforts}
    return action.effort in sizes and sizes[action.effort] == min(sizes.values()) < max(sizes.values())


def near_moments(pack: Pack, assessment: Assessment) -> frozenset[str]:
    """The moments that come soon after the assessment, by what the pack calls soon."""
    days = pack.model.advice.soon_days
    return frozenset(one.id for one in pack.model.moments if _is_near(one, assessment, days))


def _is_near(moment: Moment, assessment: Assessment, days: int) -> bool:
    """Whether the moment comes within so many days after the assessment."""
    value = assessment.value(moment.date) if moment.date else None
    if not isinstance(value, str):
        return False
    try:
        left = dt.date.fromisoformat(value) - dt.date.fromisoformat(assessment.date)
    except ValueError:
        return False
    return 0 <= left.days <= days
