"""The same answers under other ways to make a score: another mean, another meaning of 'equal', the weakest link.

A mean that lets strong parts make up for weak ones hides a weak part; a geometric mean or a minimum does not. And parts
that count 'equally' can be factors, aspects or indicators. A rigorous index shows what the choice does (OECD/JRC
Handbook, step 6); here the alternatives stand beside the choice of the pack.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from mhscan.advice.profile import ProfileResult, place_in_profile
from mhscan.advice.result import Result, asked_of
from mhscan.advice.watched import watched
from mhscan.pack.pack import Pack
from mhscan.scoring.scores import Figure, Scores, score

Over = Literal["nested", "aspects", "indicators"]
Mean = Literal["arithmetic", "geometric", "minimum"]
OVERS: tuple[Over, ...] = ("nested", "aspects", "indicators")


@dataclass(frozen=True)
class Alternative:
    """The watched figures and the profile under one way to make a score; `chosen` is the way of the pack."""

    over: Over
    mean: Mean
    chosen: bool
    figures: dict[str, Figure]
    profile: ProfileResult | None


@dataclass(frozen=True)
class Weakest:
    """The factor of a phase that has the lowest score, among those that have one."""

    phase: str
    factor: str
    figure: Figure


def alternatives(result: Result) -> tuple[Alternative, ...]:
    """The way of the pack first, then each other meaning of 'equal', then the other mean."""
    chosen = result.pack.model.aggregate
    other: Mean = "geometric" if chosen.mean == "arithmetic" else "arithmetic"
    overs = [over for over in OVERS if over != chosen.over]
    ways = [(chosen.over, chosen.mean), *((over, chosen.mean) for over in overs), (chosen.over, other)]
    return tuple(_alternative(result, over, mean) for over, mean in ways)


def _alternative(result: Result, over: Over, mean: Mean) -> Alternative:
    chosen = result.pack.model.aggregate
    if (over, mean) == (chosen.over, chosen.mean):
        return Alternative(over, mean, True, _watched(result.pack, result.scores), result.profile)
    pack = _with_aggregate(result.pack, over, mean)
    scores = score(pack, result.facts, asked_of(pack, result.assessment))
    return Alternative(over, mean, False, _watched(pack, scores), place_in_profile(pack, scores.phases))


def _watched(pack: Pack, scores: Scores) -> dict[str, Figure]:
    return {name: scores.figures[name] for name in watched(pack)}


def _with_aggregate(pack: Pack, over: Over, mean: Mean) -> Pack:
    aggregate = pack.model.aggregate.model_copy(update={"over": over, "mean": mean})
    return replace(pack, model=pack.model.model_copy(update={"aggregate": aggregate}))


def weakest(result: Result) -> tuple[Weakest, ...]:
    """For each phase its weakest link; the first in the order of the model where several are as low."""
    found = []
    for phase in result.scores.phases:
        factors = [factor.id for factor in result.pack.factors if factor.phase == phase]
        figures = [result.scores.factors[one] for one in factors if result.scores.factors[one].point is not None]
        if figures:
            lowest = min(figures, key=lambda figure: figure.point or 0)
            found.append(Weakest(phase, lowest.id, lowest))
    return tuple(found)
