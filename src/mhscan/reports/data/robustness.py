"""How robust a result is, as data in the JSON of a score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mhscan.advice.result import Result
from mhscan.reports.data.shape import (
    RobustnessDocument,
    ShareDocument,
    ShiftDocument,
    SingleDocument,
    WayDocument,
    WeakestDocument,
)
from mhscan.reports.words import rounded

if TYPE_CHECKING:
    from mhscan.advice.alternatives import Alternative
    from mhscan.advice.sensitivity import SingleChange
    from mhscan.advice.weight_sampling import Share


def robustness_document(result: Result) -> RobustnessDocument:
    """How robust a result is, as data."""
    from mhscan.advice.robustness import robustness  # noqa: PLC0415  only needed where it is asked for

    tried, settings = robustness(result), result.pack.model.robustness
    return RobustnessDocument(
        draws=settings.draws,
        spread=settings.spread,
        seed=settings.seed,
        firm=settings.firm,
        singles=tuple(map(_single, tried.singles)),
        bands=_shares(tried.bands),
        places=_shares(tried.places),
        ways=tuple(map(_way, tried.alternatives)),
        weakest=tuple(WeakestDocument(low.phase, low.factor, rounded(low.figure.point)) for low in tried.weakest),
    )


def _single(change: SingleChange) -> SingleDocument:
    shifts = tuple(ShiftDocument(shift.figure, shift.old, shift.new) for shift in change.shifts)
    return SingleDocument(change.key, change.state, change.now, change.value, change.step, shifts)


def _way(way: Alternative) -> WayDocument:
    return WayDocument(
        over=way.over,
        mean=way.mean,
        chosen=way.chosen,
        scores={name: rounded(figure.point) for name, figure in way.figures.items()},
        bands={name: figure.band.id if figure.band else None for name, figure in way.figures.items()},
        field=way.profile.field.id if way.profile and way.profile.field else None,
    )


def _shares(shares: Mapping[str, Share]) -> tuple[ShareDocument, ...]:
    return tuple(
        ShareDocument(key, *(round(number, 4) for number in (share.value, *share.interval)))
        for key, share in shares.items()
    )
