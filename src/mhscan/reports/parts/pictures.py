"""The positions in pictures."""

from __future__ import annotations

import math
from itertools import pairwise

from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.reports.views.figures import FigureView
from mhscan.reports.views.pictures import BandView, RadarView, SpokeView
from mhscan.reports.words import and_list, whole
from mhscan.scoring.means import exact

MIDDLE, LENGTH, LABEL = 200, 150, 176
"""The middle of a radar, the length of a spoke, and how far from the middle its number stands, in points."""
LEAST = 3
"""With fewer spokes there is no wheel."""


def bands(result: Result) -> tuple[BandView, ...]:
    """The bands of the pack, from low to high."""
    return tuple(BandView(band.label, whole(exact(band.from_))) for band in result.pack.model.bands)


def radar(figures: tuple[FigureView, ...]) -> RadarView | None:
    """The factors as spokes of a wheel; nothing where there are too few."""
    if len(figures) < LEAST:
        return None
    spokes = tuple(_spoke(n, figure, len(figures)) for n, figure in enumerate(figures))
    lines = tuple(
        (*spoke.score, *after.score) for spoke, after in pairwise((*spokes, spokes[0])) if spoke.score and after.score
    )
    words = tuple(f"{figure.title} {figure.words}" for figure in figures)
    return RadarView(
        spokes, lines, _("From 0 in the middle to 100 at the edge: {figures}.").format(figures=and_list(words))
    )


def _spoke(number: int, figure: FigureView, count: int) -> SpokeView:
    turn = 2 * math.pi * number / count
    return SpokeView(
        number=number + 1,
        figure=figure,
        end=_at(turn, LENGTH),
        label=_at(turn, LABEL),
        low=_at(turn, LENGTH * figure.low / 100),
        high=_at(turn, LENGTH * figure.high / 100),
        score=None if figure.score is None else _at(turn, LENGTH * figure.score / 100),
    )


def _at(turn: float, distance: float) -> tuple[int, int]:
    """A point at a distance from the middle; 0 is up, and it turns clockwise."""
    return round(MIDDLE + distance * math.sin(turn)), round(MIDDLE - distance * math.cos(turn))
