"""Scores, bands and coverage of an assessment: a pure function of a pack and what is known.

An indicator's score is its level's score, 0-100. Aspects, factors and phases are combined as the pack's `aggregate`
says. Unknown, skipped and not asked count as no score at all: they widen the range between `low` and `high`, which are
the lowest and highest over every way to complete the answers. The formulas stand in docs/scoring.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mhscan.conditions import Condition, State
from mhscan.pack.model import Band
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.completions import Completions
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.coverage import Aside, CoverageShare, Status, status_of
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.means import MEANS, WeightedPart, exact
from mhscan.scoring.outcomes import Outcome
from mhscan.scoring.possible import decide
from mhscan.scoring.trees import TreeNode, figure_nodes, trees_of
from mhscan.scoring.ways import Ways


@dataclass(frozen=True)
class IndicatorScore:
    """One indicator: what was answered, whether it applies, and its score."""

    place: Place
    fact: Fact
    applies: Outcome
    asked: bool
    part: WeightedPart

    @property
    def state(self) -> State:
        """Its state, in which a condition that makes it not apply goes before the answer."""
        return "not_applicable" if self.applies.value is False else self.fact.state

    @property
    def level(self) -> int | None:
        """The level that was answered, where the question applies or may apply."""
        value = self.fact.value
        return value if self.state == "answered" and isinstance(value, int) else None


@dataclass(frozen=True)
class Figure:
    """The score of an aspect, factor or phase.

    `point` is None where too little is known; `low` and `high` always hold. All are 0-100. `exact` is False where the
    open answers are too entangled to look at every way: then the range may be wider than what is possible.
    """

    id: str
    point: Fraction | None
    low: Fraction
    high: Fraction
    status: Status
    coverage: CoverageShare
    counts: dict[State, int]
    band: Band | None
    open: frozenset[str]
    part: WeightedPart
    exact: bool = True

    @property
    def present(self) -> bool | None:
        """Whether anything under it applies; None for 'cannot be said'."""
        return self.part.present


@dataclass(frozen=True)
class Scores:
    """All scores of an assessment.

    `figures` has every figure by its kind and id, such as `phase ID`; `completions` is how their ranges came about.
    """

    indicators: dict[str, IndicatorScore]
    aspects: dict[str, Figure]
    factors: dict[str, Figure]
    phases: dict[str, Figure]
    total: Figure | None
    conditions: Conditions
    set_aside: Aside
    figures: dict[str, Figure]
    completions: Completions

    @property
    def coverage(self) -> CoverageShare:
        """How much is known of everything that counts in a score."""
        parts = [factor.coverage for factor in self.factors.values()]
        return CoverageShare(
            sum(part.answered for part in parts),
            sum(part.asked_answered for part in parts),
            sum(part.asked for part in parts),
            sum(part.model for part in parts),
        )

    def known_value(self, key: str) -> Fraction | None:
        """The score of an indicator so far, 0-100; None where it does not count, or nothing is known."""
        return self.indicators[key].part.point

    def decide(self, condition: Condition) -> Outcome:
        """What a condition comes to, looked at in every way to complete the answers where that can be done."""
        return decide(self.conditions, condition)


def score(pack: Pack, facts: Facts, asked: frozenset[str]) -> Scores:
    """All scores; `asked` has the full ids of the indicators in the questionnaire used."""
    conditions = Conditions(pack, facts)
    # Each question after those on which it depends, so that a long chain is no deep recursion.
    for key in deciders_of(pack).order:
        conditions.applies(key)
    completions = Completions(Ways(conditions), trees_of(pack))
    indicators = {key: indicator_score(key, completions, key in asked) for key in pack.places}
    return assembled(indicators, make_figures(figure_nodes(pack), completions, indicators), completions)


def make_figures(
    nodes: Iterable[TreeNode],
    completions: Completions,
    indicators: dict[str, IndicatorScore],
    wanted: Collection[str] | None = None,
    known: Mapping[str, WeightedPart] | None = None,
) -> dict[str, Figure]:
    """The figures of these means, of which the lowest stand first: all, or those that are wanted.

    `known` has what parts under them come to that are not among them.
    """
    parts, figures = dict(known or {}), {}
    for node in nodes:
        parts[node.name] = _part(node, completions, indicators, parts)
        if wanted is None or node.name in wanted:
            figures[node.name] = _figure(node, completions, indicators, parts[node.name])
    return figures


def assembled(indicators: dict[str, IndicatorScore], figures: dict[str, Figure], completions: Completions) -> Scores:
    """All of these as the scores of an assessment."""
    pack = completions.conditions.pack
    aspects = [f"{factor.id}/{aspect.id}" for factor in pack.factors for aspect in factor.aspects]
    return Scores(
        indicators,
        {key: figures[f"aspect {key}"] for key in aspects},
        {factor.id: figures[f"factor {factor.id}"] for factor in pack.factors},
        {phase.id: figures[f"phase {phase.id}"] for phase in pack.model.phases},
        figures.get("total total"),
        completions.conditions.seeing(figures),
        _aside(pack, indicators),
        figures,
        completions,
    )


def _aside(pack: Pack, indicators: dict[str, IndicatorScore]) -> Aside:
    scored = [one for one in indicators.values() if one.place.aspect.scored and one.applies.value is not False]
    aside = tuple(one.place.id for one in scored if one.fact.state == "not_applicable")
    return Aside(aside, len(scored), exact(pack.model.coverage.not_applicable_at_most))


def indicator_score(key: str, completions: Completions, asked: bool) -> IndicatorScore:
    """The score of one indicator."""
    pack, fact = completions.conditions.pack, completions.conditions.facts.get(key)
    place, applies, present = pack.places[key], completions.conditions.applies(key), completions.presence(key)
    if applies.value is None and present is not None:
        # Trying every way says more than the condition by itself.
        applies = Outcome(present)
    present = False if fact.state == "not_applicable" else applies.value
    levels = [level.level for level in place.indicator.levels if fact.may_be(level.level)]
    values = [exact(pack.score(place, level)) for level in levels]
    point = values[0] if fact.state == "answered" and present else None
    part = WeightedPart(min(values), max(values), point, exact(place.indicator.weight), present)
    return IndicatorScore(place, fact, applies, asked or fact.state != "not_asked", part)


def _part(
    node: TreeNode, completions: Completions, indicators: dict[str, IndicatorScore], parts: dict[str, WeightedPart]
) -> WeightedPart:
    """A mean as a part: of the parts that have a score, never outside what is still possible."""
    span = completions.spans[node.name]
    under = [*(indicators[key].part for key in node.leaves), *(parts[one.name] for one in node.nodes)]
    known = [(part.point, part.weight) for part in under if part.present and part.point is not None]
    point = min(max(MEANS[node.mean](known), span.low), span.high) if known else None
    return WeightedPart(span.low, span.high, point, node.weight, span.present)


def _figure(
    node: TreeNode, completions: Completions, indicators: dict[str, IndicatorScore], part: WeightedPart
) -> Figure:
    pack, members = completions.conditions.pack, [indicators[key] for key in node.members]
    counted = [one for one in members if one.part.present is not False]
    coverage = CoverageShare(
        answered=sum(one.state == "answered" for one in counted),
        asked_answered=sum(one.state == "answered" for one in counted if one.asked),
        asked=sum(one.asked for one in counted),
        model=len(counted),
    )
    status = status_of(coverage, exact(pack.model.coverage.minimum), part)
    point = part.point if status in ("shown", "quick_impression") else None
    open_keys = {one.place.id for one in counted if one.state != "answered"}
    open_keys |= {key for one in counted for key in one.applies.open}
    counts: dict[State, int] = dict(Counter(one.state for one in members))
    band = None if point is None else band_of(pack, point)
    _kind, key = node.name.split()
    is_exact = completions.spans[node.name].exact
    return Figure(key, point, part.low, part.high, status, coverage, counts, band, frozenset(open_keys), part, is_exact)


def band_of(pack: Pack, value: Fraction) -> Band:
    """The band that a score falls in; a band runs from its `from` (included) to the next."""
    fitting = [band for band in pack.model.bands if value >= exact(band.from_)]
    return fitting[-1] if fitting else pack.model.bands[0]
