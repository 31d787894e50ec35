"""The completion that makes a figure lowest or highest."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mhscan.pack.pack import Pack
from mhscan.scoring.comparisons import deciding_tests
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts, changed
from mhscan.scoring.options import TangledError, groups
from mhscan.scoring.rescoring import rescore
from mhscan.scoring.scores import Figure, Scores

LOWEST, HIGHEST = 1, -1
"""The two directions in which a figure can be sought."""


def extreme_completion(
    pack: Pack, facts: Facts, scores: Scores, name: str, direction: int
) -> Callable[[str], Fraction | None]:
    """What each indicator is worth (0-100) in a completion that makes a figure `LOWEST` or `HIGHEST`.

    Nothing where it does not apply then. A figure that is not exact keeps the indicators that may not apply.
    """
    # Ranges are exact, so the best answer to one decider after the other gives the best answers to all of them.
    for key in deciders_of(pack).order:
        fact = facts.get(key)
        if key in deciders_of(pack).tests and fact.value is None and fact.state != "not_applicable":
            facts, scores = _with_best_answer(pack, facts, scores, name, direction, key)

    def value_of(key: str) -> Fraction | None:
        part = scores.indicators[key].part
        return None if part.present is False else part.low if direction == LOWEST else part.high

    return value_of


def _with_best_answer(
    pack: Pack, facts: Facts, scores: Scores, name: str, direction: int, key: str
) -> tuple[Facts, Scores]:
    """The facts with the answer to a question that leaves a figure lowest or highest."""
    try:
        possible = groups(pack, key, facts.get(key), deciding_tests(pack, facts, key))
    except TangledError:
        return facts, scores
    ways = []
    for group in possible:
        tried = changed(pack, facts, key, group.lowest if direction == LOWEST else group.highest)
        ways.append((tried, rescore(pack, tried, scores, key)))
    return min(ways, key=lambda way: direction * _end(way[1].figures[name], direction))


def _end(figure: Figure, direction: int) -> Fraction:
    return figure.part.low if direction == LOWEST else figure.part.high
