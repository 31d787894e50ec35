"""What conditions need of a figure."""

from __future__ import annotations

from fractions import Fraction
from typing import Protocol


class Range(Protocol):
    """What a condition needs of a figure: how low and high it can still be, and whether its score is shown."""

    @property
    def low(self) -> Fraction:
        """The lowest that is still possible, 0-100."""

    @property
    def high(self) -> Fraction:
        """The highest that is still possible, 0-100."""

    @property
    def point(self) -> Fraction | None:
        """The score, 0-100, where enough is known."""

    @property
    def open(self) -> frozenset[str]:
        """The keys of the answers that it still depends on."""

    @property
    def present(self) -> bool | None:
        """Whether anything under it applies; None for 'cannot be said'."""
