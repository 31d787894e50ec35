"""The three outcomes of a condition: true, false, or cannot be said.

They go together by Kleene's strong logic of three values: a conjunction with one false part is false, whatever the rest
is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """True, false, or None for 'cannot be said'; `open` has the keys of the open answers that decide it."""

    value: bool | None
    open: frozenset[str] = frozenset()


TRUE = Outcome(True)
FALSE = Outcome(False)


def unsaid(keys: Iterable[str]) -> Outcome:
    """It cannot be said; these answers decide."""
    return Outcome(None, frozenset(keys))


def negate(outcome: Outcome) -> Outcome:
    """The opposite; what cannot be said stays so."""
    return outcome if outcome.value is None else Outcome(not outcome.value)


def conjunction(outcomes: Iterable[Outcome]) -> Outcome:
    """True if all are, false if one is, else open on all that is open."""
    found = tuple(outcomes)
    if any(outcome.value is False for outcome in found):
        return FALSE
    if all(outcome.value is True for outcome in found):
        return TRUE
    return unsaid(key for outcome in found for key in outcome.open)


def disjunction(outcomes: Iterable[Outcome]) -> Outcome:
    """True if one is, false if none is, else open on all that is open."""
    return negate(conjunction([negate(outcome) for outcome in outcomes]))
