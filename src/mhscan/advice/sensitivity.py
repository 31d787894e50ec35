"""One-at-a-time sensitivity: which single answers would change the band of a phase (or factor), or the profile's field.

Each answer is changed by itself, to every other level, and each open answer is filled in; the questions that decide
whether others apply too. All else stays as it is, so the list is exact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mhscan.advice.profile import place_in_profile
from mhscan.advice.result import Result
from mhscan.base import CONTEXT
from mhscan.conditions import State
from mhscan.pack.pack import Place
from mhscan.questions.base import Value
from mhscan.scoring.comparisons import deciding_tests
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import NOT_ASKED, Fact
from mhscan.scoring.options import TangledError, groups, question_of
from mhscan.scoring.rescoring import rescore
from mhscan.scoring.scores import Figure, IndicatorScore
from mhscan.scoring.trees import headline_figures


@dataclass(frozen=True)
class Shift:
    """A figure that goes from one band to another, or the profile from one field to another; None for none at all.

    `figure` is its name, such as `phase ID`; None for the profile.
    """

    figure: str | None
    old: str | None
    new: str | None


@dataclass(frozen=True)
class SingleChange:
    """A single answer that would change the picture, if it were `value`.

    `step` tells whether that is the level next to the one that was answered.
    """

    key: str
    state: State
    now: Value | None
    value: Value
    step: bool
    shifts: tuple[Shift, ...]


_Picture = dict[str | None, str | None]
"""The id of the band of each headline figure, and under None that of the field of the profile."""


def one_at_a_time(result: Result) -> tuple[SingleChange, ...]:
    """Every single answer that would change a band or the field, in the order of the model."""
    now = _picture(result, {})
    found = [_single(result, now, key, value) for key, value in _candidates(result)]
    return tuple(single for single in found if single.shifts)


def _candidates(result: Result) -> Iterator[tuple[str, Value]]:
    """Each question with each other answer to try: of context questions those that decide whether others apply."""
    for key in deciders_of(result.pack).tests:
        if key.startswith(CONTEXT):
            yield from ((key, value) for value in _context_values(result, key))
    for key, indicator in result.scores.indicators.items():
        levels = sorted(level.level for level in indicator.place.indicator.levels)
        if indicator.state != "not_applicable":
            yield from ((key, level) for level in levels if level != indicator.level and _can_be(indicator, level))


def _can_be(indicator: IndicatorScore, level: int) -> bool:
    """Whether a level can be tried: facts that were observed can leave fewer of them."""
    return indicator.level is not None or indicator.fact.may_be(level)


def _single(result: Result, now: _Picture, key: str, value: Value) -> SingleChange:
    """Another answer to a question with all that it would change; perhaps nothing."""
    pack, fact, place = result.pack, result.facts.get(key), result.pack.places.get(key)
    facts = result.facts.having(key, Fact("answered", value, fact.carried))
    then = _picture(result, rescore(pack, facts, result.scores, key).figures)
    shifts = tuple(Shift(name, old, then[name]) for name, old in now.items() if old != then[name])
    return SingleChange(key, fact.state, fact.value, value, place is not None and _is_step(place, fact, value), shifts)


def _picture(result: Result, changed: Mapping[str, Figure]) -> _Picture:
    figures = {**result.scores.figures, **changed}
    bands = {name: figures[name].band for name in headline_figures(result.pack)}
    place = place_in_profile(
        result.pack, {phase.id: figures[f"phase {phase.id}"] for phase in result.pack.model.phases}
    )
    picture: _Picture = {name: band.id if band else None for name, band in bands.items()}
    return {**picture, None: place.field.id if place and place.field else None}


def _is_step(place: Place, fact: Fact, level: Value) -> bool:
    """Whether a level is the next one, up or down, of the one that was answered."""
    levels: list[Value | None] = [*sorted(one.level for one in place.indicator.levels)]
    return fact.state == "answered" and abs(levels.index(fact.value) - levels.index(level)) == 1


def _context_values(result: Result, key: str) -> list[Value]:
    """One value of each kind that conditions tell apart, other than the one that was answered."""
    tests, fact = deciding_tests(result.pack, result.facts, key), result.facts.get(key)
    if fact.state == "not_applicable" or result.scores.conditions.applies(key).value is False:
        return []
    try:
        now = [one.holds for one in groups(result.pack, key, fact, tests)] if fact.state == "answered" else []
        others = groups(result.pack, key, NOT_ASKED, tests)
    except TangledError:
        return []
    values = [one.lowest.value for one in others if one.holds not in now]
    return question_of(result.pack, key).fitting(values)
