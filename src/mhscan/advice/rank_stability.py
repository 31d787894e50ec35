"""In how many samples of weights the first actions keep their rank in the order of advice.

Weights reach the order only through scores, and the order sees scores only through the tests of scores in conditions,
and the axis that lags. So in each sample these are worked out, and the order once for each way in which they come out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from mhscan.advice.actions import advise, lagging_phase
from mhscan.advice.result import Result
from mhscan.advice.rules import run_rules
from mhscan.conditions import Condition, figures_of, score_tests
from mhscan.scoring.compiled import Compiled, Weights, compiled, weights_of
from mhscan.scoring.extremes import HIGHEST, LOWEST, extreme_completion
from mhscan.scoring.means import DIGITS
from mhscan.scoring.scores import Figure, Scores
from mhscan.scoring.trees import TreeNode, figure_nodes

SHOWN = 5
"""The number of actions of which the rank is looked at."""

Ends = tuple[Compiled, Compiled, Compiled]
"""A figure at its lowest, as it is, and at its highest, as functions of the weights."""
Seen = tuple[str | bool | None, ...]
"""The axis that lags, and what each test of a score comes to."""


class RankStability:
    """Counts in how many samples each of the first actions keeps its rank."""

    def __init__(self, result: Result) -> None:
        """Find what the order looks at."""
        self._result = result
        self._first = [advised.id for advised in result.actions[:SHOWN]]
        conditions = list(_conditions(result)) if self._first else []
        self._tests = [test for condition in conditions for test in score_tests(condition)]
        names = _looked_at(result, conditions)
        self._ends = {
            node.name: ends
            for node in figure_nodes(result.pack)
            if node.name in names and (ends := _ends(result, node)) is not None
        }
        self._orders: dict[Seen, list[str]] = {}
        self._seen: Counter[Seen] = Counter()

    @property
    def kept(self) -> dict[str, int]:
        """In how many of the samples that were seen each of the first actions keeps its rank."""
        kept = dict.fromkeys(self._first, 0)
        for seen, times in self._seen.items():
            for own, other in zip(self._first, self._orders[seen], strict=False):
                kept[own] += times if own == other else 0
        return kept

    def see(self, weights: Weights) -> None:
        """Find the order under one sample of weights."""
        scores = self._scores(weights)
        lagging = lagging_phase(self._result.pack, scores.phases)
        seen = lagging, *(scores.conditions.evaluate(test).value for test in self._tests)
        if seen not in self._orders:
            self._orders[seen] = self._order(scores)
        self._seen[seen] += 1

    def _order(self, scores: Scores) -> list[str]:
        """The ids of the advised actions under these scores."""
        pack = self._result.pack
        return [advised.id for advised in advise(pack, self._result.assessment, scores, run_rules(pack, scores))]

    def _scores(self, weights: Weights) -> Scores:
        """The scores of the result, with the figures that the order looks at as they are under these weights."""
        scores = self._result.scores
        figures = {name: _figure(scores.figures[name], ends, weights) for name, ends in self._ends.items()}
        phases = {key: figures.get(f"phase {key}", figure) for key, figure in scores.phases.items()}
        return replace(scores, phases=phases, conditions=scores.conditions.seeing({**scores.figures, **figures}))


def _ends(result: Result, node: TreeNode) -> Ends | None:
    """The ends of a figure under sampled weights; None where no weight reaches it.

    A completion that is the lowest (highest) under the weights of the pack stands for that under all others.
    """
    figure = result.scores.figures[node.name]
    index = {name: n for n, name in enumerate(weights_of(result.pack))}
    point = compiled(node, result.scores.known_value, index)
    if figure.part.present is False:
        return None
    if figure.low == figure.high and not figure.open:
        return None if point is None else (point, point, point)
    low, high = (
        compiled(node, extreme_completion(result.pack, result.facts, result.scores, node.name, direction), index)
        for direction in (LOWEST, HIGHEST)
    )
    return None if low is None or high is None else (low, point or low, high)


def _figure(figure: Figure, ends: Ends, weights: Weights) -> Figure:
    """A figure under some weights: its point lies in its range."""
    low, point, high = (Fraction(round(end(weights) * DIGITS), DIGITS) for end in ends)
    return replace(figure, point=None if figure.point is None else min(max(point, low), high), low=low, high=high)


def _looked_at(result: Result, conditions: list[Condition]) -> set[str]:
    """The figures that the order looks at: those in conditions, and the axes."""
    profile = result.pack.model.profile
    axes = {f"phase {profile.x}", f"phase {profile.y}"} if profile else set()
    return axes | {ref.name for condition in conditions for ref in figures_of(condition)}


def _conditions(result: Result) -> Iterator[Condition]:
    """All conditions that the order of advice looks at."""
    yield from (rule.when for rule in result.pack.model.rules)
    for action in result.pack.actions.values():
        yield from action.requires
        yield from (action.applies_if,) if action.applies_if is not None else ()
