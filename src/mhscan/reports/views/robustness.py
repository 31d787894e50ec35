"""In a view: how steady the picture is, and the same scores in other groupings."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described
from mhscan.reports.views.figures import FigureView


@dataclass(frozen=True)
class SteadyView(Described):
    """What one trial says about the picture."""

    trial: str
    """What was tried: `answers`, `weights`, `order`, `mean`, `equal` or `weakest`."""
    firm: bool
    """Whether the picture holds."""
    text: str
    """What came out, as a sentence."""


@dataclass(frozen=True)
class SingleView(Described):
    """A single answer that would change the picture, if it were one of others."""

    id: str
    """The id of the question."""
    question: str
    """What the question is about."""
    now: str
    """The answer as it is, in words."""
    other: str
    """The answers that would change it in this way, in words."""
    effect: str
    """What would change, in words."""


@dataclass(frozen=True)
class WayView(Described):
    """The scores under one way to make them."""

    title: str
    """What is equal, or which mean is used."""
    chosen: bool
    """Whether this is the way of the pack."""
    scores: tuple[str, ...]
    """The score and band of each figure, in words, in the order of `figures` of the whole."""


@dataclass(frozen=True)
class RobustnessView(Described):
    """How steady the picture is."""

    trials: tuple[SteadyView, ...]
    """What was tried, each with what came out."""
    singles: tuple[SingleView, ...]
    """Every single answer that would change the picture."""
    figures: tuple[str, ...]
    """The titles of the figures that make the picture."""
    ways: tuple[WayView, ...]
    """The scores under each way to make them, the pack's own first."""
    about: str
    """How the draws are made, as a sentence."""


@dataclass(frozen=True)
class LensGroupView(Described):
    """A group of a lens."""

    title: str
    """What the group is called."""
    figure: FigureView | None
    """Its score; null where the scan asks nothing in this group."""
    not_covered: tuple[str, ...]
    """What belongs to the group and the scan does not ask."""


@dataclass(frozen=True)
class LensView(Described):
    """Another grouping of the same indicators. It is the pack's own, not the source's."""

    id: str
    """The id of the lens."""
    title: str
    """What the grouping is called."""
    text: str
    """What it is, and whose."""
    groups: tuple[LensGroupView, ...]
    """Its groups, in the order of the pack."""
