"""What pictures show: all positions are worked out here, so that a template only draws."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import FigureView


@dataclass(frozen=True)
class BandView(Described):
    """A band of scores."""

    label: str
    """What it is called."""
    start: int
    """Its lowest score, 0-100; it ends where the next one starts."""


@dataclass(frozen=True)
class SpokeView(Described):
    """One factor in a radar. Positions are in a square of 400 by 400 points, from the upper left corner."""

    number: int
    """The number that stands at its end, from 1; the table beside the picture says which factor it is."""
    figure: FigureView
    """The figure itself."""
    end: tuple[int, int]
    """Where the spoke ends: a score of 100."""
    label: tuple[int, int]
    """Where its number stands."""
    low: tuple[int, int]
    """Where the lowest possible score lies."""
    high: tuple[int, int]
    """Where the highest possible score lies."""
    score: tuple[int, int] | None
    """Where the score lies; null where there is none: that is not the middle."""


@dataclass(frozen=True)
class RadarView(Described):
    """The factors as spokes of a wheel."""

    spokes: tuple[SpokeView, ...]
    """The factors, clockwise from the top."""
    lines: tuple[tuple[int, int, int, int], ...]
    """The lines between neighbours that both have a score: x and y of either end."""
    words: str
    """The scores in a sentence, for whoever does not see the picture."""


@dataclass(frozen=True)
class ChangeView(Described):
    """A figure then and now."""

    title: str
    """What it is called."""
    before: int | None
    """The score then, 0-100; null where there was none."""
    after: int | None
    """The score now, 0-100; null where there is none."""
    words: str
    """The difference in a few words."""


@dataclass(frozen=True)
class ProgressView(Described):
    """What changed since an earlier assessment of the same subject."""

    since: str
    """The date of the earlier assessment, in words."""
    changes: tuple[ChangeView, ...]
    """The phases and the factors, in the order of the pack."""
    remarks: tuple[str, ...]
    """What keeps the two from being compared without care, in sentences; always one at least."""
