"""Which indicators a condition leans on, by name or by way of a score or a count."""

from __future__ import annotations

from mhscan.base import CONTEXT
from mhscan.conditions import All, AnyOf, Condition, CountOf, Each, FigureRef, FigureTest, Gap, Not
from mhscan.pack.pack import Pack
from mhscan.scoring.facts import SUBJECT
from mhscan.scoring.mentions import keys_of


def indicators_behind(pack: Pack, condition: Condition) -> set[str]:
    """The full ids of the indicators that can change what a condition comes to, also by way of context questions."""
    found = {
        place.id
        for ref in _figures(condition)
        for place in pack.places.values()
        if ref.phase in (None, place.factor.phase) and ref.factor in (None, place.factor.id)
    }
    for key in keys_of(condition):
        asked_if = pack.applies_if(key) if key.startswith(CONTEXT) else None
        if asked_if is not None:
            found |= indicators_behind(pack, asked_if)
        elif not key.startswith((CONTEXT, SUBJECT)):
            found.add(key)
    return found


def asks_score(condition: Condition) -> bool:
    """Whether a condition looks at the score of a factor or a phase."""
    return any(not isinstance(one, Each) for one in _figures(condition))


def _figures(condition: Condition) -> list[FigureRef | Each]:
    """The factors and phases that a condition looks at, for their score or for each of their indicators."""
    if isinstance(condition, FigureTest):
        return [condition]
    if isinstance(condition, Gap):
        return [condition.gap.high, condition.gap.low]
    if isinstance(condition, CountOf) and isinstance(condition.count_of, Each):
        return [condition.count_of]
    return [found for one in _inside(condition) for found in _figures(one)]


def _inside(condition: Condition) -> tuple[Condition, ...]:
    if isinstance(condition, All):
        return condition.all
    if isinstance(condition, AnyOf):
        return condition.any
    if isinstance(condition, Not):
        return (condition.not_,)
    return condition.count_of if isinstance(condition, CountOf) and not isinstance(condition.count_of, Each) else ()
