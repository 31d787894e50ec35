"""How steady the picture is: what single answers, other weights and other ways to make a score would change."""

from __future__ import annotations

from dataclasses import dataclass

from mhscan.advice.alternatives import Alternative, Weakest, alternatives, weakest
from mhscan.advice.result import Result
from mhscan.advice.sensitivity import SingleChange, one_at_a_time
from mhscan.advice.weight_sampling import Share, weight_sampling


@dataclass(frozen=True)
class RobustnessResult:
    """All that was tried on one result.

    `bands` has the share of draws of weights in which a figure keeps its band, by the name of the figure; `places` the
    share in which each of the first actions keeps its place, by its full id.
    """

    singles: tuple[SingleChange, ...]
    bands: dict[str, Share]
    places: dict[str, Share]
    alternatives: tuple[Alternative, ...]
    weakest: tuple[Weakest, ...]


def robustness(result: Result) -> RobustnessResult:
    """How steady a result is; the same result gives the same draws."""
    draws = result.pack.model.robustness.draws
    bands, places = weight_sampling(result, draws)
    return RobustnessResult(one_at_a_time(result), bands, places, alternatives(result), weakest(result))
