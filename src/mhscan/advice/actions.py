"""Which actions to advise, in which order, and why each stands where it stands.

Each indicator that is answered below its highest level gives one action: the first that leads higher. They are ordered
by a general rule (see `docs/architecture.md`): what blocks the rest; what mends a warning that fired; nothing before
what it depends on; a moment that is near; the stronger claim; the axis that lags; the lowest level; the least effort
and then the most gain. Which actions block, what counts as low and how strong a claim is all stand in the pack.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import Literal

from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Assessment
from mhscan.conditions import All, Condition
from mhscan.pack.factor import Action
from mhscan.pack.model import Moment, Weighted
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Range
from mhscan.scoring.means import exact
from mhscan.scoring.mentions import keys_of
from mhscan.scoring.scores import IndicatorScore, Scores

ReasonKind = Literal[
    "blocks", "mends", "enables", "waits", "waits_for_answer", "moment", "claim", "lagging_axis", "small_effort"
]


@dataclass(frozen=True)
class Reason:
    """One reason for the place of an action: its kind, and what it is about (ids of rules, actions, a phase, ...)."""

    kind: ReasonKind
    about: tuple[str, ...] = ()


@dataclass(frozen=True)
class Advised:
    """An action that is advised for an indicator, with the reasons for its place."""

    place: Place
    level: int
    action: Action
    reasons: tuple[Reason, ...]
    quick: bool

    @property
    def id(self) -> str:
        """The full id of the action."""
        return f"{self.place.factor.id}.{self.action.id}"


@dataclass
class _Candidate:
    """An action on its way to a place in the order."""

    score: IndicatorScore
    action: Action
    level: int
    reasons: list[Reason] = field(default_factory=list)
    key: tuple[object, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.score.place.factor.id}.{self.action.id}"


def next_action(indicator: IndicatorScore) -> Action | None:
    """The first action that leads above the level that was answered."""
    level = indicator.level
    if level is None or indicator.applies.value is not True:
        return None
    higher = [action for action in indicator.place.indicator.actions if action.to > level]
    return min(higher, key=lambda action: action.to, default=None)


def advise(pack: Pack, assessment: Assessment, scores: Scores, rules: Sequence[RuleResult]) -> tuple[Advised, ...]:
    """All advised actions, the first to do first."""
    candidates = []
    for indicator in scores.indicators.values():
        action = next_action(indicator)
        if action is not None:
            candidates.append(_Candidate(indicator, action, indicator.level or 0))
    order = _Order(pack, assessment, scores, rules)
    for candidate in candidates:
        order.weigh(candidate)
    return tuple(_advised(pack, one) for one in _after_needs(sorted(candidates, key=lambda c: c.key), scores))


def _advised(pack: Pack, candidate: _Candidate) -> Advised:
    quick = pack.model.advice.quick
    is_quick = quick is not None and candidate.action.effort in quick.efforts and candidate.action.term in quick.terms
    place = candidate.score.place
    return Advised(place, candidate.level, candidate.action, tuple(candidate.reasons), is_quick)


class _Order:
    """Gives each candidate a sorting key, and the reasons that go with it."""

    def __init__(self, pack: Pack, assessment: Assessment, scores: Scores, rules: Sequence[RuleResult]) -> None:
        self._pack = pack
        self._scores = scores
        self._fired = [result for result in rules if result.outcome.value is True]
        self._near = {m.id for m in pack.model.moments if _is_near(m, assessment, pack.model.advice.soon_days)}
        self._lagging = lagging_phase(pack, scores.phases.__getitem__)
        self._turn = {key: n for n, key in enumerate(pack.places)}
        self._blocking = {key for key in pack.model.advice.first if self._level(key) <= pack.model.advice.low}

    def _level(self, key: str) -> float:
        """The level of an indicator; above any threshold where it is not known."""
        level = self._scores.indicators[key].level
        return inf if level is None else level

    def weigh(self, candidate: _Candidate) -> None:
        """Set the key and the reasons of a candidate; the parts of the key are the steps of the general rule."""
        candidate.key = (
            self._blocks(candidate),
            self._mends(candidate),
            self._moment(candidate),
            candidate.level > self._pack.model.advice.low,
            self._claim(candidate),
            self._lags(candidate),
            candidate.level,
            *self._effort(candidate),
            self._weakest(candidate),
            self._turn[candidate.score.place.id],
        )

    def _blocks(self, candidate: _Candidate) -> int:
        first = self._pack.model.advice.first
        if candidate.score.place.id not in first or candidate.level > self._pack.model.advice.low:
            return len(first)
        candidate.reasons.append(Reason("blocks"))
        return first.index(candidate.score.place.id)

    def _mends(self, candidate: _Candidate) -> tuple[bool, bool, bool, int, int, int]:
        """Whether it mends a rule that fired; if so: how serious the rule, if a moment lifts it, its turn, its level.

        A moment that is near lifts the action bound to it, and all that has its turn before it.
        """
        key = candidate.score.place.id
        mended = [(n, one) for n, one in enumerate(self._fired) if key in one.rule.mend]
        if mended:
            candidate.reasons.append(Reason("mends", tuple(one.rule.id for _n, one in mended)))
        ranks = []
        for n, one in mended:
            turns = self._turns(one)
            if key in turns:
                at = turns.index(key)
                lifted = any(self._is_bound(other) for other in turns[at:])
                ranks.append((False, one.severity != "warning", not lifted, at, candidate.level, n))
        return min(ranks, default=(True, True, True, 0, 0, 0))

    def _turns(self, fired: RuleResult) -> list[str]:
        """The indicators that mend a rule, in its order; what waits for something else goes to the back.

        What the rule itself looks at has its turn until it is enough, other remedies only while they are low.
        """
        advice, seen = self._pack.model.advice, set(keys_of(fired.rule.when))
        lacking = [
            key
            for key in fired.rule.mend
            if (self._level(key) < advice.enough if key in seen else self._level(key) <= advice.low)
        ]
        return sorted(lacking, key=self._waits)

    def _waits(self, key: str) -> bool:
        """Whether the next action needs what is not there, or not known; what blocks the rest is done before anyway."""
        action = next_action(self._scores.indicators[key])
        return action is not None and any(self._lacks(need) for need in action.requires)

    def _lacks(self, need: Condition) -> bool:
        if isinstance(need, All):
            return any(self._lacks(one) for one in need.all)
        return self._scores.conditions.evaluate(need).value is not True and self._blocking.isdisjoint(keys_of(need))

    def _is_bound(self, key: str) -> bool:
        """Whether the next action is bound to a moment that is near."""
        action = next_action(self._scores.indicators[key])
        return action is not None and action.moment in self._near

    def _moment(self, candidate: _Candidate) -> bool:
        if candidate.action.moment not in self._near:
            return True
        candidate.reasons.append(Reason("moment", (str(candidate.action.moment),)))
        return False

    def _claim(self, candidate: _Candidate) -> int:
        strongest = self._pack.strongest(candidate.score.place.indicator.sources)
        if strongest is None:
            return len(self._pack.modalities)
        candidate.reasons.append(Reason("claim", (strongest.id,)))
        return list(self._pack.modalities).index(strongest.id)

    def _lags(self, candidate: _Candidate) -> bool:
        if self._lagging is None or candidate.score.place.factor.phase != self._lagging:
            return True
        candidate.reasons.append(Reason("lagging_axis", (self._lagging,)))
        return False

    def _effort(self, candidate: _Candidate) -> tuple[Fraction, Fraction]:
        """The least effort, then the most points that the indicator itself gains: its factor's size plays no part."""
        place, pack = candidate.score.place, self._pack
        gain = exact(pack.score(place, candidate.action.to)) - exact(pack.score(place, candidate.level))
        effort = effort_size(pack, candidate.action)
        if pack.model.efforts and effort == min(exact(one.size) for one in pack.model.efforts):
            candidate.reasons.append(Reason("small_effort"))
        return effort, -gain

    def _weakest(self, candidate: _Candidate) -> int:
        """How weak the weakest claim is: of two that are needed, what is needed as a whole goes first."""
        sources = candidate.score.place.indicator.sources
        order = list(self._pack.modalities)
        strengths = [self._pack.strongest((one,)) for one in sources]
        return max((order.index(one.id) for one in strengths if one), default=len(order))


def effort_size(pack: Pack, action: Action) -> Fraction:
    """The size of the effort of an action, as the pack gives it; the largest where the action names none."""
    return _size(pack.model.efforts, action.effort)


def _size(listed: Sequence[Weighted], wanted: str | None) -> Fraction:
    sizes = [exact(one.size) for one in listed if one.id == wanted]
    return sizes[0] if sizes else max((exact(one.size) for one in listed), default=Fraction(1))


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


def lagging_phase(pack: Pack, figure_of: Callable[[str], Range]) -> str | None:
    """The axis of the profile that is lower for sure: the ranges do not overlap."""
    profile = pack.model.profile
    if profile is None:
        return None
    x, y = figure_of(profile.x), figure_of(profile.y)
    if x.point is None or y.point is None:
        return None
    if x.high < y.low:
        return profile.x
    return profile.y if y.high < x.low else None


def _after_needs(ordered: list[_Candidate], scores: Scores) -> list[_Candidate]:
    """The same order, but nothing before the action on which it depends."""
    by_indicator = {candidate.score.place.id: candidate for candidate in ordered}
    done: dict[str, _Candidate] = {}

    def visit(candidate: _Candidate, path: frozenset[str]) -> None:
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


def _needs(candidate: _Candidate, scores: Scores) -> dict[str, bool]:
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
