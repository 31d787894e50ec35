"""Which single answers would change the picture: the band of a phase (or factor), or the field of the profile.

Each answer is changed by itself, to every other level, and each open answer is filled in; the questions that decide
whether others apply too. All else stays as it is, so the list is exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhscan.advice.profile import place_in_profile
from mhscan.advice.result import Result
from mhscan.advice.watched import watched
from mhscan.base import CONTEXT
from mhscan.conditions import State
from mhscan.questions.base import Value
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import NOT_ASKED, Fact
from mhscan.scoring.options import groups
from mhscan.scoring.scores import Scores, rescore
from mhscan.scoring.tables import TangledError


@dataclass(frozen=True)
class Shift:
    """A figure that goes from one band to another, or the profile from one field to another; None for none at all.

    `figure` is its name, such as `phase ID`; None for the profile.
    """

    figure: str | None
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Single:
    """A single answer that would change the picture, if it were `value`.

    `step` tells whether that is the level next to the one that was answered.
    """

    key: str
    state: State
    now: Value | None
    value: Value
    step: bool
    shifts: tuple[Shift, ...]


def singles(result: Result) -> tuple[Single, ...]:
    """Every single answer that would change a band or the field, in the order of the model."""
    before = _picture(result, result.scores)
    found = []
    for key, value, step in _answers(result):
        fact = result.facts.get(key)
        facts = result.facts.having(key, Fact("answered", value, fact.carried))
        after = _picture(result, rescore(result.pack, facts, result.scores, key))
        shifts = tuple(Shift(one, old, after[one]) for one, old in before.items() if after[one] != old)
        if shifts:
            found.append(Single(key, fact.state, fact.value, value, step, shifts))
    return tuple(found)


def _picture(result: Result, scores: Scores) -> dict[str | None, str | None]:
    """The band of each figure that is watched, and under None the field of the profile."""
    figures = {name: scores.figures[name] for name in watched(result.pack)}
    bands: dict[str | None, str | None] = {name: one.band.id if one.band else None for name, one in figures.items()}
    place = place_in_profile(result.pack, scores)
    return {**bands, None: place.field.id if place is not None and place.field is not None else None}


def _answers(result: Result) -> Iterator[tuple[str, Value, bool]]:
    """Every other answer to every question that can change a score."""
    for key in deciders_of(result.pack).tests:
        if key.startswith(CONTEXT):
            yield from ((key, value, False) for value in _context_values(result, key))
    for key, one in result.scores.indicators.items():
        if one.state == "not_applicable":
            continue
        levels = sorted(level.level for level in one.place.indicator.levels)
        at = None if one.level is None else levels.index(one.level)
        yield from ((key, level, at is not None and abs(n - at) == 1) for n, level in enumerate(levels) if n != at)


def _context_values(result: Result, key: str) -> list[Value]:
    """One value of each kind that conditions tell apart, other than the one that was answered."""
    tests, fact = deciders_of(result.pack).tests[key], result.facts.get(key)
    if fact.state == "not_applicable" or result.scores.conditions.applies(key).value is False:
        return []
    try:
        now = [one.holds for one in groups(result.pack, key, fact, tests)] if fact.state == "answered" else []
        others = groups(result.pack, key, NOT_ASKED, tests)
    except TangledError:
        return []
    values = [one.lowest.value for one in others if one.holds not in now]
    return [value for value in values if value is not None and value != ""]
