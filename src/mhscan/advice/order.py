"""The general rule that orders actions, step by step; see `docs/architecture.md`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Assessment
from mhscan.pack.factor import Action
from mhscan.pack.model import Moment
from mhscan.pack.pack import Pack
from mhscan.pack.rule import Priority
from mhscan.scoring.means import exact
from mhscan.scoring.scores import IndicatorScore, Scores

ReasonKind = Literal[
    "priority", "remedy", "enables", "waits", "waits_for_answer", "moment", "claim", "lagging_axis", "small_effort"
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
        self, pack: Pack, scores: Scores, rules: Sequence[RuleResult], near: frozenset[str], lagging: str | None
    ) -> None:
        """`near` has the moments that are, `lagging` the axis that is lower."""
        self._pack = pack
        self._fired = [outcome for outcome in rules if outcome.outcome.value is True]
        self._near = near
        self._lagging = lagging
        self._turn = {key: n for n, key in enumerate(pack.places)}
        self._priorities = list(_first_priorities(pack, scores))

    def weigh(self, candidate: Candidate) -> None:
        """Set the key and the reasons of a candidate; the parts of the key are the steps of the general rule."""
        candidate.key = (
            self._priority(candidate),
            self._remedy(candidate),
            self._moment(candidate),
            candidate.level > self._pack.low(candidate.score.place),
            self._claim(candidate),
            self._lags(candidate),
            self._worth(candidate),
            *self._effort(candidate),
            self._weakest(candidate),
            self._turn[candidate.score.place.id],
        )

    def _priority(self, candidate: Candidate) -> int:
        """The turn of its indicator among all priorities that hold; after them where it has none."""
        key = candidate.score.place.id
        for turn, (priority, other) in enumerate(self._priorities):
            if other == key and candidate.level < self._end(priority, key):
                candidate.reasons.append(Reason("priority", (priority.id,)))
                return turn
        return len(self._priorities)

    def _end(self, priority: Priority, key: str) -> int:
        """The level from which on an indicator has no such priority any more."""
        return self._pack.enough(self._pack.places[key]) if priority.below is None else priority.below

    def _remedy(self, candidate: Candidate) -> int:
        """Whether it is a remedy for a warning that fired (0), for a notice (1), or for none (2)."""
        place = candidate.score.place
        fired = [one for one in self._fired if place.id in one.rule.remedied()]
        if not fired or candidate.level >= self._pack.enough(place):
            return 2
        candidate.reasons.append(Reason("remedy", tuple(one.rule.id for one in fired)))
        return min(int(one.severity != "warning") for one in fired)

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
        """The least effort, then the most points that the indicator itself comes to: its factor's size plays no part.

        What it comes to says what it gains: those that are compared by it are worth the same now.
        """
        pack, action = self._pack, candidate.action
        if _is_small(pack, action):
            candidate.reasons.append(Reason("small_effort"))
        return effort_size(pack, action), -exact(pack.score(candidate.score.place, action.to))

    def _weakest(self, candidate: Candidate) -> int:
        """How weak the weakest claim is: of two that are needed, what is needed as a whole goes first."""
        sources = candidate.score.place.indicator.sources
        order = list(self._pack.modalities)
        strengths = [self._pack.strongest((one,)) for one in sources]
        return max((order.index(one.id) for one in strengths if one), default=len(order))


def _first_priorities(pack: Pack, scores: Scores) -> Iterator[tuple[Priority, str]]:
    """The priorities that hold for sure, each with an indicator of it, the first turn first."""
    for priority in pack.model.advice.priorities:
        if priority.when is None or scores.decide(priority.when).value is True:
            yield from ((priority, key) for key in priority.indicators)


def effort_size(pack: Pack, action: Action) -> Fraction:
    """The size of the effort of an action, as the pack gives it; the largest where the action names none."""
    sizes: dict[str | None, Fraction] = {effort.id: exact(effort.size) for effort in pack.model.efforts}
    return sizes.get(action.effort, max(sizes.values(), default=Fraction(1)))


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
