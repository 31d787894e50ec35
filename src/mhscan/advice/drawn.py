"""Means under weights drawn by chance, for all who look at them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Protocol

from mhscan.advice.result import Result
from mhscan.scoring.flat import Flats, Sheet, ValueOf, Weights
from mhscan.scoring.worst import at_end


def weights_drawn(flats: Flats, spread: float, seed: int, draws: int) -> Iterator[list[float]]:
    """So many lists of weights; the same seed gives the same lists."""
    chance = random.Random(seed).random
    least, width = 1 - spread, 2 * spread
    for _draw in range(draws):
        yield [weight * (least + width * chance()) for weight in flats.weights]


class Watcher(Protocol):
    """Looks at the means under each list of weights."""

    def see(self, values: Sequence[float]) -> None:
        """Look at the means of one draw."""


class Drawn:
    """The means of an assessment that are looked at under drawn weights; each is worked out once a draw."""

    def __init__(self, result: Result) -> None:
        """None is looked at yet."""
        self.result = result
        self.flats = Flats(result.pack)
        self._sheet = Sheet()
        self._turns: dict[tuple[str, int], int | None] = {}

    def turn(self, name: str, sign: int = 0) -> int | None:
        """Look at the mean of a figure: of what is known (0), or at its lowest (1) or highest (-1).

        What comes back is where it stands in `values`; None where nothing counts.
        """
        if (name, sign) not in self._turns:
            flat = self.flats.flat(name, self._value_of(name, sign))
            self._turns[name, sign] = None if flat is None else self._sheet.add(flat)
        return self._turns[name, sign]

    def _value_of(self, name: str, sign: int) -> ValueOf:
        result = self.result
        return at_end(result.pack, result.facts, result.scores, name, sign) if sign else self._point

    def _point(self, key: str) -> Fraction | None:
        part = self.result.scores.indicators[key].part
        return part.point if part.present else None

    def values(self, weights: Weights) -> list[float]:
        """What is looked at under these weights, 0-100, each where `turn` says."""
        return self._sheet.under(weights)

    def show(self, draws: int, *watchers: Watcher) -> None:
        """Draw so many lists of weights, and show the means under each to all who watch."""
        settings = self.result.pack.model.robustness
        for weights in weights_drawn(self.flats, settings.spread, settings.seed, draws):
            values = self.values(weights)
            for one in watchers:
                one.see(values)
