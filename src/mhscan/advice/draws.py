"""How steady bands and the order of advice are under other weights.

The source of a pack may give no weights, so those of the pack are a choice. Each draw makes every weight lighter or
heavier by chance, uniformly and by at most the share `spread`, independently of the others; as in the uncertainty
analysis of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 7. A share of draws comes with the
95% interval of Wilson (1927) for what endless draws would give.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from mhscan.advice.drawn import Drawn
from mhscan.advice.places import Places
from mhscan.advice.result import Result
from mhscan.advice.watched import watched

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


Shares = dict[str, Share]


def bands_and_places(result: Result, draws: int) -> tuple[Shares, Shares]:
    """What `bands_kept` and `places_kept` give, of the same draws."""
    drawn = Drawn(result)
    bands, places = _Bands(drawn), Places(drawn)
    drawn.show(draws, bands, places)
    return _shares(bands.kept, draws), _shares(places.kept, draws)


def bands_kept(result: Result, draws: int) -> Shares:
    """For each figure that is watched and has a band: in how many draws the mean of what is known keeps its band."""
    drawn = Drawn(result)
    bands = _Bands(drawn)
    drawn.show(draws, bands)
    return _shares(bands.kept, draws)


def places_kept(result: Result, draws: int) -> Shares:
    """For each of the first actions: in how many draws it keeps its place."""
    drawn = Drawn(result)
    places = Places(drawn)
    drawn.show(draws, places)
    return _shares(places.kept, draws)


def _shares(kept: dict[str, int], draws: int) -> Shares:
    return {name: Share(count, draws) for name, count in kept.items()}


class _Bands:
    """Counts in how many draws each figure keeps its band."""

    def __init__(self, drawn: Drawn) -> None:
        """Which band each figure has under the weights of the pack."""
        pack, figures = drawn.result.pack, drawn.result.scores.figures
        # What lies on the start of a band belongs to it, also after rounding.
        self._starts = [float(band.from_) - 1e-9 for band in pack.model.bands[1:]]
        turns = {name: drawn.turn(name) for name in watched(pack) if figures[name].band is not None}
        own = drawn.values(drawn.flats.weights)
        self._bands = {name: (n, self._band(own[n])) for name, n in turns.items() if n is not None}
        self.kept = dict.fromkeys(self._bands, 0)

    def _band(self, value: float) -> int:
        return bisect_right(self._starts, value)

    def see(self, values: Sequence[float]) -> None:
        """Count the bands that are kept."""
        for name, (n, band) in self._bands.items():
            self.kept[name] += self._band(values[n]) == band
