"""How steady bands and the order of advice are under other weights.

The source of a pack may give no weights, so those of the pack are a choice. Each draw makes every weight lighter or
heavier by chance, uniformly and by at most the share `spread`, independently of the others; as in the uncertainty
analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7. A share of draws comes with the
95% interval of Wilson (1927) for what endless draws would give.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

from mhscan.advice.actions import advise, lagging_phase, next_action
from mhscan.advice.result import Result
from mhscan.advice.rules import run_rules
from mhscan.advice.watched import watched
from mhscan.conditions import Condition, FigureRef
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import each_test
from mhscan.scoring.flat import Flat, Flats
from mhscan.scoring.mentions import figures_of
from mhscan.scoring.scores import Figure, Scores
from mhscan.scoring.worst import at_end

SHOWN = 5
Z = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True)
class Share:
    """In how many of so many draws something stayed as it is."""

    kept: int
    draws: int

    @property
    def value(self) -> float:
        """The share, 0-1."""
        return self.kept / self.draws

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of the share that endless draws would give, 0-1."""
        share, n = self.value, self.draws
        middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


def weights_drawn(flats: Flats, spread: float, seed: int, draws: int) -> Iterator[list[float]]:
    """So many lists of weights; the same seed gives the same lists."""
    chance = random.Random(seed).random
    least, width = 1 - spread, 2 * spread
    for _draw in range(draws):
        yield [weight * (least + width * chance()) for weight in flats.weights]


def bands_kept(result: Result, draws: int) -> dict[str, Share]:
    """For each figure that is watched and has a band: in how many draws the mean of what is known keeps its band."""
    flats, settings = Flats(result.pack), result.pack.model.robustness
    # What lies on the start of a band belongs to it, also after rounding.
    starts = [float(band.from_) - 1e-9 for band in result.pack.model.bands[1:]]
    found: dict[str, tuple[Flat, int]] = {}
    for name in watched(result.pack):
        flat = flats.flat(name, _points(result.scores))
        if result.scores.figures[name].band is not None and flat is not None:
            found[name] = (flat, bisect_right(starts, flat.under(flats.weights)))
    kept = dict.fromkeys(found, 0)
    for weights in weights_drawn(flats, settings.spread, settings.seed, draws):
        for name, (flat, band) in found.items():
            kept[name] += bisect_right(starts, flat.under(weights)) == band
    return {key: Share(count, draws) for key, count in kept.items()}


def _points(scores: Scores) -> Callable[[str], Fraction | None]:
    def point_of(key: str) -> Fraction | None:
        part = scores.indicators[key].part
        return part.point if part.present else None

    return point_of


def places_kept(result: Result, draws: int) -> dict[str, Share]:
    """For each of the first five actions: in how many draws it keeps its place.

    Weights reach the order only through the axis that lags and through conditions on scores. So the order is worked out
    once for each way in which these come out.
    """
    first = [one.id for one in result.actions[:SHOWN]]
    kept: Counter[str] = Counter()
    orders: dict[tuple[object, ...], list[str]] = {}
    drawn = _Drawn(result)
    settings = result.pack.model.robustness
    for weights in weights_drawn(drawn.flats, settings.spread, settings.seed, draws) if first else ():
        figures = drawn.figures(weights)
        outcome = drawn.outcome(figures)
        if outcome not in orders:
            orders[outcome] = drawn.order(figures)
        kept.update(one for one, other in zip(first, orders[outcome], strict=False) if one == other)
    return {one: Share(kept[one], draws) for one in first}


class _Drawn:
    """What of an assessment hangs on the weights, as far as the order of advice looks at it."""

    def __init__(self, result: Result) -> None:
        self.flats = Flats(result.pack)
        self._result = result
        self._conditions = [one for one in _conditions(result) if _looks_at_a_score(result.pack, one)]
        self._flats = {name: self._three(name) for name in self._names()}

    def _names(self) -> list[str]:
        """The figures that the order looks at: those in conditions, and the axes."""
        profile = self._result.pack.model.profile
        axes = [f"phase {profile.x}", f"phase {profile.y}"] if profile else []
        refs = [ref for one in self._conditions for ref in figures_of(one)]
        named = [f"factor {ref.factor}" if ref.factor else f"phase {ref.phase}" for ref in refs]
        return [name for name in dict.fromkeys((*axes, *named)) if name in self._result.scores.figures]

    def _three(self, name: str) -> tuple[Flat | None, ...]:
        """A figure at its lowest, as it is, and at its highest; once where these are the same."""
        scores = self._result.scores
        if scores.figures[name].part.present is False:
            return (None,)
        point = self.flats.flat(name, _points(scores))
        if scores.figures[name].low == scores.figures[name].high:
            return (point,)
        low, high = (
            self.flats.flat(name, at_end(self._result.pack, self._result.facts, scores, name, sign)) for sign in (1, -1)
        )
        return low, point, high

    def figures(self, weights: list[float]) -> dict[str, Figure]:
        """The figures under these weights, to nine decimals."""
        found = {}
        for name, flats in self._flats.items():
            figure = self._result.scores.figures[name]
            values = [None if flat is None else _rounded(flat.under(weights)) for flat in flats]
            low, point, high = values * 3 if len(values) == 1 else values
            if low is not None and high is not None:
                shown = None if figure.point is None or point is None else min(max(point, low), high)
                figure = replace(figure, point=shown, low=low, high=high)
            found[name] = figure
        return found

    def outcome(self, figures: dict[str, Figure]) -> tuple[object, ...]:
        """How all that hangs on the weights comes out."""
        scores = self._with(figures)
        lagging = lagging_phase(self._result.pack, scores.phases.__getitem__)
        return lagging, *(scores.conditions.evaluate(one).value for one in self._conditions)

    def order(self, figures: dict[str, Figure]) -> list[str]:
        """The advised actions under these figures."""
        result = self._result
        scores = self._with(figures)
        advised = advise(result.pack, result.assessment, scores, run_rules(result.pack, scores))
        return [one.id for one in advised]

    def _with(self, figures: dict[str, Figure]) -> Scores:
        scores = self._result.scores
        phases = {key: figures.get(f"phase {key}", one) for key, one in scores.phases.items()}
        factors = {key: figures.get(f"factor {key}", one) for key, one in scores.factors.items()}

        def figure_of(ref: FigureRef) -> Figure | None:
            return factors.get(ref.factor) if ref.factor else phases.get(ref.phase or "")

        return replace(scores, phases=phases, factors=factors, conditions=scores.conditions.seeing(figure_of))


def _rounded(value: float) -> Fraction:
    return Fraction(round(value * 10**9), 10**9)


def _looks_at_a_score(pack: Pack, condition: Condition) -> bool:
    return not all(key for key, _test in each_test(pack, condition))


def _conditions(result: Result) -> Iterator[Condition]:
    """All conditions that the order of advice looks at."""
    yield from (rule.when for rule in result.pack.model.rules)
    for one in result.scores.indicators.values():
        action: Action | None = next_action(one)
        yield from action.requires if action else ()
