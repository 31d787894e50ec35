"""Scores, bands and coverage of an assessment: a pure function of a pack and what is known.

An indicator's score is its level's score, 0-100. Aspects, factors and phases are combined as the pack's `aggregate`
says. Unknown, skipped and not asked count as no score at all: they widen the range between `low` and `high`, which are
the scores if all of them turned out lowest or highest. The formulas stand in docs/architecture.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mhscan.base import Number
from mhscan.conditions import FigureRef, State
from mhscan.pack.factor import Aspect, Factor
from mhscan.pack.model import Band
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions, FigureOf, Outcome
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.ranges import MEANS, Part, combine

Status = Literal["shown", "quick_impression", "too_little_known", "not_applicable"]


@dataclass(frozen=True)
class Coverage:
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
class IndicatorScore:
    """One indicator: what was answered, whether it applies, and its score."""

    place: Place
    fact: Fact
    applies: Outcome
    asked: bool
    part: Part

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

    `point` is None where too little is known; `low` and `high` always hold. All are 0-100.
    """

    id: str
    point: Fraction | None
    low: Fraction
    high: Fraction
    status: Status
    coverage: Coverage
    counts: dict[State, int]
    band: Band | None
    open: frozenset[str]
    part: Part

    @property
    def present(self) -> bool | None:
        """Whether anything under it applies; None for 'cannot be said'."""
        return self.part.present


@dataclass(frozen=True)
class Scores:
    """All scores of an assessment."""

    indicators: dict[str, IndicatorScore]
    aspects: dict[str, Figure]
    factors: dict[str, Figure]
    phases: dict[str, Figure]
    total: Figure | None
    conditions: Conditions

    def figure(self, ref: FigureRef) -> Figure | None:
        """The figure of a factor or a phase."""
        return self.factors.get(ref.factor) if ref.factor else self.phases.get(ref.phase or "")


def exact(number: Number) -> Fraction:
    """A number of a file as the exact fraction that its digits say."""
    return Fraction(str(number))


def score(pack: Pack, facts: Facts, asked: frozenset[str]) -> Scores:
    """All scores; `asked` has the full ids of the indicators in the questionnaire used."""
    conditions = Conditions(pack, facts)
    indicators = {key: _indicator(pack, place, facts, conditions, key in asked) for key, place in pack.places.items()}
    aspects: dict[str, Figure] = {}
    factors: dict[str, Figure] = {}
    for factor in pack.factors:
        own = [one for one in indicators.values() if one.place.factor.id == factor.id]
        parts = []
        for aspect in factor.aspects:
            members = [one for one in own if one.place.aspect.id == aspect.id]
            key = f"{factor.id}/{aspect.id}"
            aspects[key] = _figure(pack, key, _aspect_part(pack, aspect, members), members)
            parts += _factor_parts(pack, aspect, aspects[key].part, members)
        scored = [one for one in own if one.place.aspect.scored]
        factors[factor.id] = _figure(pack, factor.id, _combine(pack, parts, exact(factor.weight)), scored)
    phases = {phase.id: _phase(pack, phase.id, exact(phase.weight), factors, indicators) for phase in pack.model.phases}
    total = _total(pack, factors, phases, indicators) if pack.model.aggregate.total else None
    return Scores(indicators, aspects, factors, phases, total, Conditions(pack, facts, _lookup(factors, phases)))


def _lookup(factors: dict[str, Figure], phases: dict[str, Figure]) -> FigureOf:
    return lambda ref: factors.get(ref.factor) if ref.factor else phases.get(ref.phase or "")


def _indicator(pack: Pack, place: Place, facts: Facts, conditions: Conditions, asked: bool) -> IndicatorScore:
    fact, applies = facts.get(place.id), conditions.applies(place.id)
    worth = {one.level: exact(one.score) for one in pack.scale(place).levels}
    values = list(worth.values())
    present: bool | None = False if fact.state == "not_applicable" else applies.value
    if fact.state == "answered" and isinstance(fact.value, int):
        values = [worth[fact.value]]
    point = values[0] if fact.state == "answered" and present else None
    part = Part(min(values), max(values), point, exact(place.indicator.weight), present)
    return IndicatorScore(place, fact, applies, asked or fact.state != "not_asked", part)


def _aspect_part(pack: Pack, aspect: Aspect, members: list[IndicatorScore]) -> Part:
    mean = MEANS["best"] if aspect.combine == "best" else MEANS[pack.model.aggregate.mean]
    return combine([one.part for one in members], mean, exact(aspect.weight))


def _factor_parts(pack: Pack, aspect: Aspect, part: Part, members: list[IndicatorScore]) -> list[Part]:
    """What an aspect adds to its factor: itself when nested (or best of its indicators), else its indicators."""
    if not aspect.scored:
        return []
    if pack.model.aggregate.over == "nested" or aspect.combine == "best":
        return [part]
    return [one.part for one in members]


def _combine(pack: Pack, parts: list[Part], weight: Fraction) -> Part:
    return combine(parts, MEANS[pack.model.aggregate.mean], weight)


def _all_parts(pack: Pack, members: list[Factor], indicators: dict[str, IndicatorScore]) -> list[Part]:
    parts = []
    for factor in members:
        for aspect in factor.aspects:
            own = [i for i in indicators.values() if i.place.factor.id == factor.id and i.place.aspect.id == aspect.id]
            parts += _factor_parts(pack, aspect, _aspect_part(pack, aspect, own), own)
    return parts


def _phase(
    pack: Pack, phase: str, weight: Fraction, factors: dict[str, Figure], indicators: dict[str, IndicatorScore]
) -> Figure:
    members = [factor for factor in pack.factors if factor.phase == phase]
    nested = pack.model.aggregate.over == "nested"
    parts = [factors[f.id].part for f in members] if nested else _all_parts(pack, members, indicators)
    ids = {factor.id for factor in members}
    scored = [one for one in indicators.values() if one.place.factor.id in ids and one.place.aspect.scored]
    return _figure(pack, phase, _combine(pack, parts, weight), scored)


def _total(
    pack: Pack, factors: dict[str, Figure], phases: dict[str, Figure], indicators: dict[str, IndicatorScore]
) -> Figure:
    if pack.model.aggregate.over == "indicators":
        parts = _all_parts(pack, list(pack.factors), indicators)
    else:
        loose = [factors[factor.id].part for factor in pack.factors if factor.phase is None]
        parts = [figure.part for figure in phases.values()] + loose
    scored = [one for one in indicators.values() if one.place.aspect.scored]
    return _figure(pack, "total", _combine(pack, parts, Fraction(1)), scored)


def _figure(pack: Pack, key: str, part: Part, members: list[IndicatorScore]) -> Figure:
    counted = [one for one in members if one.part.present is not False]
    coverage = Coverage(
        answered=sum(one.state == "answered" for one in counted),
        asked_answered=sum(one.state == "answered" for one in counted if one.asked),
        asked=sum(one.asked for one in counted),
        model=len(counted),
    )
    status = _status(coverage, exact(pack.model.coverage.minimum), part)
    point = part.point if status in ("shown", "quick_impression") else None
    open_keys = {one.place.id for one in counted if one.state != "answered"}
    open_keys |= {key for one in counted for key in one.applies.open}
    counts: dict[State, int] = dict(Counter(one.state for one in members))
    band = None if point is None else band_of(pack, point)
    return Figure(key, point, part.low, part.high, status, coverage, counts, band, frozenset(open_keys), part)


def _status(coverage: Coverage, least: Fraction, part: Part) -> Status:
    if part.present is False:
        return "not_applicable"
    if part.point is None or coverage.of_questionnaire is None or coverage.of_questionnaire < least:
        return "too_little_known"
    return "quick_impression" if (coverage.of_model or 0) < least else "shown"


def band_of(pack: Pack, value: Fraction) -> Band:
    """The band that a score falls in; a band runs from its `from` (included) to the next."""
    fitting = [band for band in pack.model.bands if value >= exact(band.from_)]
    return fitting[-1] if fitting else pack.model.bands[0]
