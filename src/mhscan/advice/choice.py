"""Which action comes next for an indicator: the lowest step that has a gain and a ground, or what a moment asks for.

Where its facts were observed, an action that brings about a missing one comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mhscan.advice.bringing import Brought, brought
from mhscan.advice.fitting import is_for
from mhscan.conditions import Condition, keys_of
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.means import exact
from mhscan.scoring.scores import IndicatorScore, Scores


@dataclass(frozen=True)
class Choice:
    """Chooses actions by what is known; `near` has the ids of the moments that come soon, or whose way back does."""

    pack: Pack
    scores: Scores
    near: frozenset[str]

    def next_action(self, indicator: IndicatorScore) -> Action | None:
        """The action for an indicator that surely applies and is answered; nothing where none helps.

        Those that bring about a missing fact go before the rest. Of these a step that is made for a higher level goes
        before one that was made for this level or a lower one; then it is the one with the lowest level. One that is
        bound to a near moment, and waits for nothing that is known not to be there, goes before it: the moment passes.
        """
        higher = [one for one in self._higher(indicator) if self._can_come(one)]
        bringing = [one for one in higher if self._brings(indicator.place, one) == "missing"] or higher
        bound = [one for one in bringing if one.moment in self.near and not self._lacks(one)]
        mostly = {one.id: one.to for one in indicator.place.indicator.actions}
        return min(bound or bringing, key=lambda action: (action.to > mostly[action.id], action.to), default=None)

    def _brings(self, place: Place, action: Action) -> Brought:
        return brought(self.pack, self.scores.conditions.facts, place, action)

    def _higher(self, indicator: IndicatorScore) -> Sequence[Action]:
        """The actions for the subject that lead higher, and raise a score by that, each with the level it leads to."""
        level, place = indicator.level, indicator.place
        if level is None or indicator.applies.value is not True:
            return ()
        fitting = (one for one in place.indicator.actions if is_for(self.scores.conditions, one))
        leading = (self._from(place, level, one) for one in fitting)
        return [one for one in leading if one is not None and self._has_gain(place, level, one.to)]

    def _from(self, place: Place, level: int, action: Action) -> Action | None:
        """The action as a step from a level; nothing where it leads no higher, or what it brings about is there.

        One that brings about a missing fact is a step to the next level at least, whatever level it mostly leads to.
        """
        brings = self._brings(place, action)
        next_up = min((one.level for one in place.indicator.levels if one.level > level), default=level)
        to = max(action.to, next_up) if brings == "missing" else action.to
        if to <= level or brings == "there":
            return None
        return action if to == action.to else action.model_copy(update={"to": to})

    def _has_gain(self, place: Place, level: int, to: int) -> bool:
        """Whether a level raises what counts; where nothing is scored, it is for the subject itself."""
        if not place.aspect.scored:
            return True
        counts = [exact(self.pack.score(place, level))]
        if place.aspect.combine == "best":
            beside = (one for one in self.pack.places.values() if _are_combined(one, place))
            values = (self.scores.known_value(one.id) for one in beside)
            counts += [value for value in values if value is not None]
        return exact(self.pack.score(place, to)) > max(counts)

    def _lacks(self, action: Action) -> bool:
        """Whether something that the action requires is surely not there."""
        return any(self.scores.conditions.evaluate(need).value is False for need in action.requires)

    def _can_come(self, action: Action) -> bool:
        """Whether what the action requires is there, is not known, or can be made by another action."""
        return all(
            self.scores.conditions.evaluate(need).value is not False or self._can_be_made(need)
            for need in action.requires
        )

    def _can_be_made(self, need: Condition) -> bool:
        raised = (self.scores.indicators[key] for key in keys_of(need) if key in self.scores.indicators)
        return any(self._higher(one) for one in raised)


def _are_combined(one: Place, other: Place) -> bool:
    """Whether two indicators make the score of one aspect together."""
    return (one.factor.id, one.aspect.id) == (other.factor.id, other.aspect.id)
