"""How often bands and the order of advice stay as they are under weights that are sampled around those of the pack.

The source of a pack may give no weights, so those of the pack are a choice. Each sample makes every weight lighter or
heavier by chance, uniformly and by at most the share `spread`, independently of the others; as in the uncertainty
analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7. A share of samples comes with the
95% interval of Wilson (1927) for what endless samples would give.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Protocol

from mhscan.advice.rank_stability import RankStability
from mhscan.advice.result import Result
from mhscan.pack.pack import Pack
from mhscan.scoring.compiled import Compiled, Weights, compiled, weights_of
from mhscan.scoring.trees import figure_nodes, headline_figures

Z = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True)
class Share:
    """In how many of so many samples something stayed as it is."""

    kept: int
    draws: int

    @property
    def value(self) -> float:
        """The share, 0-1."""
        return self.kept / self.draws

    @property
    def interval(self) -> tuple[float, float]:
        """The 95% interval of the share that endless samples would give, 0-1."""
        share, n = self.value, self.draws
        middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
        half = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
        return max(0.0, middle - half), min(1.0, middle + half)


Shares = dict[str, Share]


class Stability(Protocol):
    """Counts in how many samples each of some things stays as it is."""

    def see(self, weights: Weights) -> None:
        """Look at one sample of weights."""

    @property
    def kept(self) -> dict[str, int]:
        """In how many of the samples that were seen each stays as it is."""


def weight_sampling(result: Result, draws: int) -> tuple[Shares, Shares]:
    """In which share of so many samples each headline figure keeps its band, and each of the first actions its rank."""
    bands, ranks = sampled(result, draws, BandStability(result), RankStability(result))
    return bands, ranks


def sampled(result: Result, draws: int, *stabilities: Stability) -> list[Shares]:
    """What each of these counts over the same samples, as shares; the same result gives the same samples."""
    for weights in weight_samples(result.pack, draws):
        for stability in stabilities:
            stability.see(weights)
    return [{name: Share(kept, draws) for name, kept in stability.kept.items()} for stability in stabilities]


def weight_samples(pack: Pack, draws: int) -> Iterator[list[float]]:
    """So many lists of weights, in the order of `weights_of`, with the spread and the seed of the pack."""
    settings = pack.model.robustness
    chance = random.Random(settings.seed).random
    least, width = 1 - settings.spread, 2 * settings.spread
    own = list(weights_of(pack).values())
    for _draw in range(draws):
        yield [weight * (least + width * chance()) for weight in own]


class BandStability:
    """Counts in how many samples the mean of what is known keeps its band, for each headline figure that has one."""

    def __init__(self, result: Result) -> None:
        """Find the band that each figure has under the weights of the pack."""
        weights = weights_of(result.pack)
        index = {name: n for n, name in enumerate(weights)}
        # What lies on the start of a band belongs to it, also after rounding.
        self._starts = [float(band.from_) - 1e-9 for band in result.pack.model.bands[1:]]
        self._bands: dict[str, tuple[Compiled, int]] = {}
        headlines = headline_figures(result.pack)
        for node in figure_nodes(result.pack):
            if node.name in headlines and result.scores.figures[node.name].band is not None:
                mean = compiled(node, result.scores.known_value, index)
                if mean is not None:
                    self._bands[node.name] = mean, self._band(mean(list(weights.values())))
        self.kept = {name: 0 for name in headlines if name in self._bands}

    def _band(self, value: float) -> int:
        return bisect_right(self._starts, value)

    def see(self, weights: Weights) -> None:
        """Count the bands that are kept in one sample."""
        for name, (mean, band) in self._bands.items():
            self.kept[name] += self._band(mean(weights)) == band
