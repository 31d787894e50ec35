"""What would change if some answers were otherwise: the same assessment evaluated twice, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mhscan.advice.result import Result, evaluate
from mhscan.advice.rules import RuleResult
from mhscan.answers.model import Answer, Assessment
from mhscan.base import card_of
from mhscan.scoring.scores import Figure


@dataclass(frozen=True)
class FigurePair:
    """A figure before and after."""

    before: Figure
    after: Figure

    @property
    def differs(self) -> bool:
        """Whether anything of it that is shown is otherwise: score, range, band or status."""
        return _shown(self.before) != _shown(self.after)


@dataclass(frozen=True)
class RuleChange:
    """A rule whose outcome is otherwise: it fires (true), is silent (false), or cannot be decided (None)."""

    before: RuleResult
    after: RuleResult


@dataclass(frozen=True)
class WhatIf:
    """Two results of the same subject under the same pack."""

    before: Result
    after: Result

    @cached_property
    def factors(self) -> tuple[FigurePair, ...]:
        """Each factor, in the order of the model."""
        return _pairs(self.before.scores.factors, self.after.scores.factors)

    @cached_property
    def phases(self) -> tuple[FigurePair, ...]:
        """Each phase, in the order of the model."""
        return _pairs(self.before.scores.phases, self.after.scores.phases)

    @cached_property
    def total(self) -> FigurePair | None:
        """The total; nothing where the pack has none."""
        before, after = self.before.scores.total, self.after.scores.total
        return FigurePair(before, after) if before and after else None

    @cached_property
    def rules(self) -> tuple[RuleChange, ...]:
        """The rules whose outcome is otherwise, the serious ones first."""
        after = {one.rule.id: one for one in self.after.rules}
        pairs = [RuleChange(one, after[one.rule.id]) for one in self.before.rules]
        return tuple(one for one in pairs if one.before.outcome.value is not one.after.outcome.value)

    @cached_property
    def now_apply(self) -> tuple[str, ...]:
        """The indicators that did not apply before, and do or may now."""
        return self._applicability(False)

    @cached_property
    def apply_no_more(self) -> tuple[str, ...]:
        """The indicators that did or might apply before, and do not now."""
        return self._applicability(True)

    def _applicability(self, before: bool) -> tuple[str, ...]:
        old, new = self.before.scores.indicators, self.after.scores.indicators
        return tuple(
            key
            for key, one in old.items()
            if (one.applies.value is not False) is before and (new[key].applies.value is not False) is not before
        )


def what_if(before: Result, changed: Assessment) -> WhatIf:
    """The result before, beside that of a changed assessment."""
    return WhatIf(before, evaluate(before.pack, changed, before.suppressed))


def with_levels(assessment: Assessment, levels: Mapping[str, int]) -> Assessment:
    """The assessment with other levels for some indicators; nothing else of their answers is changed."""
    # A level that is assumed takes the place of the facts from which another one followed.
    kept = (key for key in assessment.answers if key == card_of(key) or card_of(key) not in levels)
    answers = {key: assessment.answers[key] for key in kept}
    for key, level in levels.items():
        changed = {"state": "answered", "value": level, "said": None, "reason": None}
        answers[key] = answers.get(key, Answer(state="answered")).model_copy(update=changed)
    return assessment.model_copy(update={"answers": answers})


def _pairs(before: Mapping[str, Figure], after: Mapping[str, Figure]) -> tuple[FigurePair, ...]:
    return tuple(FigurePair(figure, after[key]) for key, figure in before.items())


def _shown(figure: Figure) -> tuple[object, ...]:
    return figure.point, figure.low, figure.high, figure.status, figure.band
