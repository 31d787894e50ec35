"""The same answers under other ways to make a score: another mean, another meaning of 'equal', the weakest link.

A mean that lets strong parts make up for weak ones hides a weak part; a geometric mean or a minimum does not. And parts
that count 'equally' can be factors, aspects or indicators. A rigorous index shows what the choice does (OECD/JRC
Handbook, step 6); here the alternatives stand beside the choice of the pack.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from mhscan.advice.profile import ProfileResult, place_in_profile
from mhscan.advice.result import Result
from mhscan.pack.pack import Pack
from mhscan.scoring.rescoring import regrouped
from mhscan.scoring.scores import Figure
from mhscan.scoring.trees import headline_figures

Over = Literal["nested", "aspects", "indicators"]
MeanKind = Literal["arithmetic", "geometric", "minimum"]
OVERS: tuple[Over, ...] = ("nested", "aspects", "indicators")


@dataclass(frozen=True)
class Alternative:
    """The watched figures and the profile under one way to make a score; `chosen` is the way of the pack."""

    over: Over
    mean: MeanKind
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
    figures = {name: result.scores.figures[name] for name in headline_figures(result.pack)}
    own = Alternative(chosen.over, chosen.mean, True, figures, result.profile)
    return own, *(_alternative(result, pack) for pack in _others(result.pack))


def _alternative(result: Result, pack: Pack) -> Alternative:
    phases = {f"phase {phase.id}": phase.id for phase in pack.model.phases}
    names = headline_figures(pack)
    found = regrouped(pack, result.scores, {*names, *phases})
    figures = {name: found[name] for name in names}
    place = place_in_profile(pack, {phase: found[name] for name, phase in phases.items()})
    return Alternative(pack.model.aggregate.over, pack.model.aggregate.mean, False, figures, place)


@lru_cache(maxsize=4)
def _others(pack: Pack) -> tuple[Pack, ...]:
    """A pack with each other way to make a score; kept, since what follows from a pack is kept with it."""
    chosen = pack.model.aggregate
    other: MeanKind = "geometric" if chosen.mean == "arithmetic" else "arithmetic"
    overs = [over for over in OVERS if over != chosen.over]
    ways = [*({"over": over, "mean": chosen.mean} for over in overs), {"over": chosen.over, "mean": other}]
    models = [pack.model.model_copy(update={"aggregate": chosen.model_copy(update=way)}) for way in ways]
    return tuple(replace(pack, model=model) for model in models)


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
