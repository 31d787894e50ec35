"""Sets of outcomes: what a condition can come to when its parts can each come to several things.

The parts are taken to turn out on their own. So a set is never too small, and it is exact where no two parts look at
the same answer.
"""

from __future__ import annotations

from collections.abc import Sequence

Outcomes = frozenset[bool | None]
"""What something can come to: true, false, None for 'cannot be said'."""

TRUE: Outcomes = frozenset({True})
ANY: Outcomes = frozenset({True, False, None})


def negated(outcomes: Outcomes) -> Outcomes:
    """The opposite of each."""
    return frozenset(None if one is None else not one for one in outcomes)


def every(parts: Sequence[Outcomes]) -> Outcomes:
    """What 'all of these' can come to."""
    found: set[bool | None] = set()
    if all(True in part for part in parts):
        found.add(True)
    if any(False in part for part in parts):
        found.add(False)
    if any(None in part for part in parts) and all(part - {False} for part in parts):
        found.add(None)
    return frozenset(found)


def some(parts: Sequence[Outcomes]) -> Outcomes:
    """What 'one of these' can come to."""
    return negated(every([negated(part) for part in parts]))


def count(parts: Sequence[Outcomes], least: int, most: int) -> Outcomes:
    """What 'so many of these' can come to."""
    found: set[bool | None] = set()
    surely = sum(False not in part and True in part for part in parts)
    never_said = sum(part == {None} for part in parts)
    freely = sum(True in part and False in part for part in parts)
    if max(surely, least) + never_said <= most and surely + freely >= least:
        found.add(True)
    possible_at_least = sum(False not in part for part in parts)
    certain_at_most = sum(True in part for part in parts)
    if possible_at_least < least or certain_at_most > most:
        found.add(False)
    if _can_stay_open(parts, least, most):
        found.add(None)
    return frozenset(found)


def _can_stay_open(parts: Sequence[Outcomes], least: int, most: int) -> bool:
    """Whether the parts can leave it open: what cannot be said decides whether there are too few, or too many."""
    sure = sum(part == TRUE for part in parts)
    free = sum(part == {True, False} for part in parts)
    unsaid = sum(None in part for part in parts)
    for certain in (min(sure + free, least - 1, most), min(sure + free, most)):
        possible = certain + unsaid
        if sure <= certain and possible >= least and (certain < least or possible > most):
            return True
    return False
