"""Which action comes next for an indicator: the lowest step that has a gain and a ground, or what a moment asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mhscan.advice.fitting import is_for
from mhscan.conditions import Condition, keys_of
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.means import exact
from mhscan.scoring.scores import IndicatorScore, Scores


@dataclass(frozen=True)
class Choice:
    """Chooses actions by what is known; `near` has the ids of the moments that come soon."""

    pack: Pack
    scores: Scores
    near: frozenset[str]

    def next_action(self, indicator: IndicatorScore) -> Action | None:
        """The action for an indicator that surely applies and is answered; nothing where none helps.

        That is the one with the lowest level. One that is bound to a near moment, and waits for nothing that is known
        not to be there, goes before it: the moment passes.
        """
        higher = [one for one in self._higher(indicator) if self._can_come(one)]
        bound = [one for one in higher if one.moment in self.near and not self._lacks(one)]
        return min(bound or higher, key=lambda action: action.to, default=None)

    def _higher(self, indicator: IndicatorScore) -> Sequence[Action]:
        """The actions for the subject that lead higher, and raise a score by that."""
        level, place = indicator.level, indicator.place
        if level is None or indicator.applies.value is not True:
            return ()
        return [
            action
            for action in place.indicator.actions
            if action.to > level and is_for(self.scores.conditions, action) and self._has_gain(place, level, action.to)
        ]

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
