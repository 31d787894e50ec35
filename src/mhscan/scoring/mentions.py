"""Which answers a condition looks at."""

from __future__ import annotations

from mhscan.base import CONTEXT
from mhscan.conditions import (
    All,
    AnyOf,
    Condition,
    ContextTest,
    CountOf,
    Each,
    FigureRef,
    Gap,
    IndicatorTest,
    Not,
    SubjectTest,
)
from mhscan.scoring.facts import SUBJECT


def keys_of(condition: Condition) -> list[str]:
    """The keys of the answers that a condition names, in the order in which it names them."""
    if isinstance(condition, All):
        return [key for one in condition.all for key in keys_of(one)]
    if isinstance(condition, AnyOf):
        return [key for one in condition.any for key in keys_of(one)]
    if isinstance(condition, Not):
        return keys_of(condition.not_)
    if isinstance(condition, CountOf):
        inner = () if isinstance(condition.count_of, Each) else condition.count_of
        return [key for one in inner for key in keys_of(one)]
    return _own_keys(condition)


def _own_keys(condition: Condition) -> list[str]:
    if isinstance(condition, ContextTest):
        return [CONTEXT + condition.context]
    if isinstance(condition, SubjectTest):
        return [SUBJECT + condition.subject]
    if isinstance(condition, IndicatorTest):
        return [condition.indicator]
    return []


def figures_of(condition: Condition) -> list[FigureRef]:
    """The scores that a condition names, in the order in which it names them."""
    if isinstance(condition, All):
        return [ref for one in condition.all for ref in figures_of(one)]
    if isinstance(condition, AnyOf):
        return [ref for one in condition.any for ref in figures_of(one)]
    if isinstance(condition, Not):
        return figures_of(condition.not_)
    if isinstance(condition, CountOf):
        inner = () if isinstance(condition.count_of, Each) else condition.count_of
        return [ref for one in inner for ref in figures_of(one)]
    if isinstance(condition, Gap):
        return [condition.gap.high, condition.gap.low]
    return [condition] if isinstance(condition, FigureRef) else []
