"""What a pack has at all, so that a document says nothing of what is not there."""

from dataclasses import dataclass

from mhscan.reports.views.described import Described


@dataclass(frozen=True)
class FeaturesView(Described):
    """What the pack has, whatever was answered."""

    phases: bool = False
    """Groups of factors with a score of their own."""
    total: bool = False
    """A score over everything."""
    profile: bool = False
    """Two axes with fields between them."""
    sources: bool = False
    """Sources on which statements rest."""
    rules: bool = False
    """Points to watch that answers can give."""
    actions: bool = False
    """Actions that raise an answer."""
    efforts: bool = False
    """How much effort at least one action takes."""
    terms: bool = False
    """When at least one action is done."""
    owners: bool = False
    """Who starts at least one action."""
    quick: bool = False
    """What makes an action a quick win."""


NO_FEATURES = FeaturesView()
"""Nothing that is optional."""
