"""How steady a result is, and its other groupings, as plain data in the JSON of a score."""

import sys
from fractions import Fraction
from typing import TYPE_CHECKING

from mhscan.advice.result import Result
from mhscan.conditions import State
from mhscan.questions.base import Value

if TYPE_CHECKING:
    from mhscan.advice.weight_sampling import Share

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:
    # Pydantic needs this one before Python 3.12, and brings it.
    from typing_extensions import TypedDict


class ShiftDocument(TypedDict):
    """What one answer would move; `figure` is null for the profile."""

    figure: str | None
    old: str | None
    new: str | None


class SingleDocument(TypedDict):
    """A single answer that would move a band or the field."""

    id: str
    state: State
    value: Value | None
    other: Value
    step: bool
    shifts: tuple[ShiftDocument, ...]


class ShareDocument(TypedDict):
    """In which share (0-1) of the draws something stays, with the 95% interval for endless draws."""

    id: str
    share: float
    low: float
    high: float


class WayDocument(TypedDict):
    """The figures that make the picture, under one way to make a score."""

    over: str
    mean: str
    chosen: bool
    scores: dict[str, float | None]
    bands: dict[str, str | None]
    field: str | None


class WeakestDocument(TypedDict):
    """The factor of a phase with the lowest score."""

    phase: str
    factor: str
    score: float | None


class RobustnessDocument(TypedDict):
    """How steady the picture is: single answers, other weights, other ways to make a score, weakest links."""

    draws: int
    spread: float
    seed: int
    firm: float
    singles: tuple[SingleDocument, ...]
    bands: tuple[ShareDocument, ...]
    places: tuple[ShareDocument, ...]
    ways: tuple[WayDocument, ...]
    weakest: tuple[WeakestDocument, ...]


def robustness_document(result: Result) -> RobustnessDocument:
    """How steady a result is, as data."""
    from mhscan.advice.robustness import robustness  # noqa: PLC0415  only needed where it is asked for

    found, settings = robustness(result), result.pack.model.robustness
    return RobustnessDocument(
        draws=settings.draws,
        spread=settings.spread,
        seed=settings.seed,
        firm=settings.firm,
        singles=tuple(
            SingleDocument(
                id=one.key,
                state=one.state,
                value=one.now,
                other=one.value,
                step=one.step,
                shifts=tuple(ShiftDocument(figure=s.figure, old=s.old, new=s.new) for s in one.shifts),
            )
            for one in found.singles
        ),
        bands=_shares(found.bands),
        places=_shares(found.places),
        ways=tuple(
            WayDocument(
                over=one.over,
                mean=one.mean,
                chosen=one.chosen,
                scores={name: _number(figure.point) for name, figure in one.figures.items()},
                bands={name: figure.band.id if figure.band else None for name, figure in one.figures.items()},
                field=one.profile.field.id if one.profile and one.profile.field else None,
            )
            for one in found.alternatives
        ),
        weakest=tuple(
            WeakestDocument(phase=one.phase, factor=one.factor, score=_number(one.figure.point))
            for one in found.weakest
        ),
    )


def _shares(found: "dict[str, Share]") -> tuple[ShareDocument, ...]:
    return tuple(
        ShareDocument(id=key, share=round(one.value, 4), low=round(one.interval[0], 4), high=round(one.interval[1], 4))
        for key, one in found.items()
    )


def _number(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 2)
