"""Which indicators a condition leans on, by name or by way of a score or a count."""

from __future__ import annotations

from mhscan.base import CONTEXT, SUBJECT
from mhscan.conditions import Condition, CountOf, Each, FigureRef, figures_of, keys_of, score_tests, walk
from mhscan.pack.pack import Pack


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
    return bool(score_tests(condition))


def _figures(condition: Condition) -> list[FigureRef | Each]:
    """The factors and phases that a condition looks at, for their score or for each of their indicators."""
    counted = [each.count_of for _path, each in walk(condition) if isinstance(each, CountOf)]
    return [*figures_of(condition), *(each for each in counted if isinstance(each, Each))]
