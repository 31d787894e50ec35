"""How much is known: coverage, what was set aside, and whether that is enough for a score."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mhscan.scoring.means import WeightedPart

Status = Literal["shown", "quick_impression", "too_little_known", "not_applicable"]


@dataclass(frozen=True)
class CoverageShare:
    """How many scored indicators apply or may apply, in the questionnaire used and in the model, and have an answer."""

    answered: int
    asked_answered: int
    asked: int
    model: int

    @property
    def of_questionnaire(self) -> Fraction | None:
        """The share (0-1) of the questionnaire's indicators that is answered; nothing where it asks none."""
        return Fraction(self.asked_answered, self.asked) if self.asked else None

    @property
    def of_model(self) -> Fraction | None:
        """The share (0-1) of the model's indicators that is answered; nothing where none applies."""
        return Fraction(self.answered, self.model) if self.model else None


@dataclass(frozen=True)
class Aside:
    """What somebody said does not apply, of so many scored indicators; `limit` is the share (0-1) that is likely."""

    indicators: tuple[str, ...]
    of: int
    limit: Fraction

    @property
    def share(self) -> Fraction:
        """The share (0-1) that was set aside."""
        return Fraction(len(self.indicators), self.of) if self.of else Fraction(0)

    @property
    def above(self) -> bool:
        """Whether more was set aside than the pack finds likely."""
        return self.share > self.limit


def status_of(coverage: CoverageShare, least: Fraction, part: WeightedPart) -> Status:
    """What a figure shows, if at least this share (0-1) has to be answered."""
    if part.present is False:
        return "not_applicable"
    if part.point is None or coverage.of_questionnaire is None or coverage.of_questionnaire < least:
        return "too_little_known"
    return "quick_impression" if (coverage.of_model or 0) < least else "shown"
