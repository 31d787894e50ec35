"""Which entries of a list do not fit the others, where each should be more than the one before it."""

from __future__ import annotations

from collections.abc import Sequence

from mhscan.base import Number


def out_of_order(values: Sequence[Number], equal: bool = False) -> list[int]:
    """The places to change so that the rest rises: as few as can be, and of two that could be it the later one.

    With `equal`, values may also stay the same.
    """
    chains: list[tuple[int, ...]] = []
    for n, value in enumerate(values):
        below = [one for one in chains if values[one[-1]] < value or (equal and values[one[-1]] == value)]
        chains.append((*_longest(below), n))
    kept = _longest(chains)
    return [n for n in range(len(values)) if n not in kept]


def _longest(chains: list[tuple[int, ...]]) -> tuple[int, ...]:
    return min(chains, key=lambda one: (-len(one), one), default=())


def off_count(values: Sequence[int]) -> list[int]:
    """The places at which a count by ones goes wrong: a number that does not fit, or the first one behind a gap.

    A number that stands twice is another fault, and counts once here.
    """
    first = {value: n for n, value in reversed(list(enumerate(values)))}
    places = sorted(first.values())
    offsets = [values[n] - place for place, n in enumerate(places)]
    usual = max(offsets, key=lambda one: (offsets.count(one), -offsets.index(one)), default=0)
    return [n for k, n in enumerate(places) if offsets[k] not in (usual, offsets[k - 1] if k else usual)]
