"""The completion that makes a figure lowest or highest."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from mhscan.pack.pack import Pack
from mhscan.scoring.anew import rescore
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.options import groups
from mhscan.scoring.scores import Figure, Scores
from mhscan.scoring.tables import TangledError


def at_end(pack: Pack, facts: Facts, scores: Scores, name: str, sign: int) -> Callable[[str], Fraction | None]:
    """What each indicator is worth in a completion that makes a figure lowest (sign 1) or highest (-1).

    Nothing where it does not apply then. A figure that is not exact keeps the indicators that may not apply.
    """
    for key in deciders_of(pack).order:
        if key in deciders_of(pack).tests and (facts.get(key).state != "answered" or facts.get(key).is_suppressed):
            facts, scores = _chosen(pack, facts, scores, name, sign, key)

    def value_of(key: str) -> Fraction | None:
        part = scores.indicators[key].part
        return None if part.present is False else part.low if sign > 0 else part.high

    return value_of


def _chosen(pack: Pack, facts: Facts, scores: Scores, name: str, sign: int, key: str) -> tuple[Facts, Scores]:
    """The facts with the answer to a question that leaves a figure lowest or highest."""
    fact = facts.get(key)
    if fact.state == "not_applicable":
        return facts, scores
    try:
        found = groups(pack, key, fact, deciders_of(pack).tests[key])
    except TangledError:
        return facts, scores
    ways = []
    for group in found:
        option = group.lowest if sign > 0 else group.highest
        tried = facts.having(key, Fact("answered", option.value, option.carried))
        ways.append((tried, rescore(pack, tried, scores, key)))
    return min(ways, key=lambda way: sign * _end(way[1].figures[name], sign))


def _end(figure: Figure, sign: int) -> Fraction:
    return figure.part.low if sign > 0 else figure.part.high
