"""Scores made anew of other scores: with another answer, or with the same answers in other groups.

What stays the same is taken over. `before` are always the scores of the same pack, or of one that differs from it only
in how it makes figures of indicators.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mhscan.pack.pack import Pack
from mhscan.scoring.completions import Completions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts
from mhscan.scoring.scores import Figure, Scores, assembled, indicator_score, make_figures
from mhscan.scoring.trees import Tree, figure_nodes, lens_trees, trees_of


def rescore(pack: Pack, facts: Facts, before: Scores, key: str) -> Scores:
    """The scores with another answer to one question; only what it touches is worked out anew.

    `before` are the scores of the same facts but for that question, which the questionnaire asks as it did.
    """
    after = _Changed(pack, facts, before, key)
    figures = before.figures | after.figures(before.figures)
    return assembled(pack, after.indicators, figures, after.conditions, after.ways)


def changed_figures(pack: Pack, facts: Facts, before: Scores, key: str, wanted: Collection[str]) -> dict[str, Figure]:
    """As `rescore`, yet only these figures, and of these only what the question touches."""
    return _Changed(pack, facts, before, key).figures(wanted)


class _Changed:
    """What another answer to one question touches of some scores."""

    def __init__(self, pack: Pack, facts: Facts, before: Scores, key: str) -> None:
        self._pack = pack
        self._before = before
        self._touched = deciders_of(pack).after(key)
        self.conditions = before.conditions.with_facts(facts, self._touched)
        self.ways = Completions(pack, facts, self.conditions, trees_of(pack), before.ways, self._touched)
        self.indicators = dict(before.indicators)
        for one in self._touched & pack.places.keys():
            asked = before.indicators[one].asked
            self.indicators[one] = indicator_score(pack, one, facts, self.conditions, self.ways, asked)

    def figures(self, wanted: Collection[str]) -> dict[str, Figure]:
        """Those of these figures that are touched."""
        above = {path for tree in trees_of(self._pack) for path in tree.above(self._touched)}
        nodes = [node for node in figure_nodes(self._pack) if node.path in above]
        parts = {name: figure.part for name, figure in self._before.figures.items()}
        return make_figures(self._pack, nodes, self.ways, self.indicators, wanted, parts)


def regrouped(pack: Pack, facts: Facts, scores: Scores, wanted: Collection[str]) -> dict[str, Figure]:
    """These figures of the same answers in a pack that differs only in how it makes figures of indicators."""
    ways = _same_conditions(pack, facts, scores, trees_of(pack))
    return make_figures(pack, figure_nodes(pack), ways, scores.indicators, wanted)


def _same_conditions(pack: Pack, facts: Facts, scores: Scores, trees: Sequence[Tree]) -> Completions:
    """The ranges of figures in these trees, with the conditions filled in as for the scores."""
    return Completions(pack, facts, scores.conditions, trees, ways=scores.ways.ways)


def lens_figures(pack: Pack, facts: Facts, scores: Scores) -> dict[str, Figure]:
    """The figure of each group of each lens, by `LENS/GROUP`, made of the same scores in the same way."""
    trees = lens_trees(pack)
    nodes = [node for tree in trees for node in tree.root.all_nodes]
    wanted = [tree.root.name for tree in trees]
    figures = make_figures(pack, nodes, _same_conditions(pack, facts, scores, trees), scores.indicators, wanted)
    return {figure.id: figure for figure in figures.values()}
