"""Scores made of other scores: with another answer, or with the same answers in other groups.

What stays the same is taken over. `before` are always the scores of the same pack, or of one that differs from it only
in how it makes figures of indicators.
"""

from __future__ import annotations

from collections.abc import Collection

from mhscan.pack.pack import Pack
from mhscan.scoring.completions import Completions
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Facts
from mhscan.scoring.scores import Figure, Scores, assembled, indicator_score, make_figures
from mhscan.scoring.trees import figure_nodes, lens_trees, trees_of


def rescore(pack: Pack, facts: Facts, before: Scores, key: str) -> Scores:
    """The scores with another answer to one question; only what it touches is worked out again.

    `before` are the scores of the same facts but for that question, which the questionnaire asks as it did.
    """
    touched = deciders_of(pack).after(key)
    conditions = before.conditions.with_facts(facts, touched)
    ways = before.completions.ways.with_conditions(conditions, touched)
    completions = Completions(ways, trees_of(pack), before.completions, touched)
    indicators = dict(before.indicators)
    for indicator in touched & pack.places.keys():
        asked = before.indicators[indicator].asked
        indicators[indicator] = indicator_score(indicator, completions, asked)
    above = {path for tree in trees_of(pack) for path in tree.above(touched)}
    nodes = [node for node in figure_nodes(pack) if node.path in above]
    parts = {name: figure.part for name, figure in before.figures.items()}
    figures = before.figures | make_figures(nodes, completions, indicators, known=parts)
    return assembled(indicators, figures, completions)


def regrouped(pack: Pack, scores: Scores, wanted: Collection[str]) -> dict[str, Figure]:
    """These figures of the same answers in a pack that differs only in how it makes figures of indicators."""
    completions = Completions(scores.completions.ways, trees_of(pack))
    return make_figures(figure_nodes(pack), completions, scores.indicators, wanted)


def lens_figures(pack: Pack, scores: Scores) -> dict[str, Figure]:
    """The figure of each group of each lens, by `LENS/GROUP`, made of the same scores in the same way."""
    trees = lens_trees(pack)
    nodes = [node for tree in trees for node in tree.root.all_nodes]
    wanted = [tree.root.name for tree in trees]
    figures = make_figures(nodes, Completions(scores.completions.ways, trees), scores.indicators, wanted)
    return {figure.id: figure for figure in figures.values()}
