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
    FigureTest,
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
    found: list[FigureRef] = []
    for one in score_tests(condition):
        found += [one.gap.high, one.gap.low] if isinstance(one, Gap) else [one]
    return found


def score_tests(condition: Condition) -> list[FigureTest | Gap]:
    """The tests of scores in a condition, in the order in which they stand there."""
    if isinstance(condition, All):
        return [test for one in condition.all for test in score_tests(one)]
    if isinstance(condition, AnyOf):
        return [test for one in condition.any for test in score_tests(one)]
    if isinstance(condition, Not):
        return score_tests(condition.not_)
    if isinstance(condition, CountOf):
        inner = () if isinstance(condition.count_of, Each) else condition.count_of
        return [test for one in inner for test in score_tests(one)]
    return [condition] if isinstance(condition, FigureTest | Gap) else []
