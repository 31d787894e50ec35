"""Which single answers would change the picture: the band of a phase (or factor), or the field of the profile.

Each answer is changed by itself, to every other level, and each open answer is filled in; the questions that decide
whether others apply too. All else stays as it is, so the list is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from mhscan.advice.profile import place_in_profile
from mhscan.advice.result import Result
from mhscan.base import CONTEXT
from mhscan.conditions import State
from mhscan.pack.model import Band, ProfileField
from mhscan.pack.pack import Place
from mhscan.questions.base import Value
from mhscan.scoring.deciders import deciders_of
from mhscan.scoring.facts import NOT_ASKED, Fact
from mhscan.scoring.options import OTHER, TangledError, groups
from mhscan.scoring.rescoring import changed_figures
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


Picture = dict[str | None, Band | ProfileField | None]
"""The band of each figure that is watched, and under None the field of the profile."""


def one_at_a_time(result: Result) -> tuple[SingleChange, ...]:
    """Every single answer that would change a band or the field, in the order of the model."""
    trials = _Trials(result)
    found = []
    for key in deciders_of(result.pack).tests:
        if key.startswith(CONTEXT):
            found += [_single(trials, key, value, trials.picture(key, value)) for value in _context_values(result, key)]
    for key, one in result.scores.indicators.items():
        if one.state != "not_applicable":
            found += [_single(trials, key, level, picture) for level, picture in _levels(trials, one)]
    return tuple(single for single in found if single.shifts)


class _Trials:
    """The picture as it is, and as it would be with another answer to one question."""

    def __init__(self, result: Result) -> None:
        self.result = result
        profile = result.pack.model.profile
        axes = (f"phase {profile.x}", f"phase {profile.y}") if profile else ()
        self._watched = tuple(headline_figures(result.pack))
        self._wanted = frozenset((*self._watched, *axes))
        self.now = self._picture({})

    def picture(self, key: str, value: Value) -> Picture:
        """The picture if the answer to a question were this value."""
        result = self.result
        facts = result.facts.having(key, Fact("answered", value, result.facts.get(key).carried))
        return self._picture(changed_figures(result.pack, facts, result.scores, key, self._wanted))

    def _picture(self, changed: dict[str, Figure]) -> Picture:
        scores = self.result.scores
        picture: Picture = {name: changed.get(name, scores.figures[name]).band for name in self._watched}
        phases = {key: changed.get(f"phase {key}", figure) for key, figure in scores.phases.items()}
        place = place_in_profile(self.result.pack, phases)
        return {**picture, None: place.field if place is not None else None}


def _single(trials: _Trials, key: str, value: Value, picture: Picture) -> SingleChange:
    """An answer with all that it would change; perhaps nothing."""
    fact, place = trials.result.facts.get(key), trials.result.pack.places.get(key)
    ids = [(one, _id(old), _id(picture[one])) for one, old in trials.now.items()]
    shifts = tuple(Shift(one, old, new) for one, old, new in ids if old != new)
    return SingleChange(key, fact.state, fact.value, value, place is not None and _is_step(place, fact, value), shifts)


def _id(one: Band | ProfileField | None) -> str | None:
    return one.id if one is not None else None


def _is_step(place: Place, fact: Fact, level: Value) -> bool:
    """Whether a level is the next one, up or down, of the one that was answered."""
    levels: list[Value | None] = [*sorted(one.level for one in place.indicator.levels)]
    return fact.state == "answered" and abs(levels.index(fact.value) - levels.index(level)) == 1


def _levels(trials: _Trials, one: IndicatorScore) -> list[tuple[int, Picture]]:
    """Each other level of an indicator with the picture that it would give.

    Where no condition looks at the level, all that it does is to raise or lower the mean that it is in, so what lies
    between two levels with the same picture has that picture too: whatever the mean, the point, the lowest and the
    highest of each figure rise with what a level is worth, and coverage is the same for each. A band is a range of
    points. And while an axis rises, the profile goes from one field by way of none to the next.
    """
    pack, key = trials.result.pack, one.place.id
    levels = sorted(level.level for level in one.place.indicator.levels)
    pictures = {} if one.level is None else {one.level: trials.now}
    if key in deciders_of(pack).tests:
        pictures = {level: trials.picture(key, level) for level in levels if level != one.level}
    else:
        rising = sorted(levels, key=lambda level: pack.score(one.place, level))
        for level in (rising[0], rising[-1]):
            if level not in pictures:
                pictures[level] = trials.picture(key, level)
        _fill(trials, key, rising, pictures)
    return [(level, pictures[level]) for level in levels if level != one.level]


def _fill(trials: _Trials, key: str, rising: list[int], pictures: dict[int, Picture]) -> None:
    """Find the pictures of the levels between the first and the last, of which the pictures are known."""
    known = [n for n, level in enumerate(rising) if level in pictures]
    for first, last in pairwise(known):
        between = rising[first + 1 : last]
        if _is_same(pictures[rising[first]], pictures[rising[last]]):
            pictures.update(dict.fromkeys(between, pictures[rising[first]]))
        elif between:
            middle = between[len(between) // 2]
            pictures[middle] = trials.picture(key, middle)
            _fill(trials, key, rising[first : last + 1], pictures)


def _is_same(one: Picture, other: Picture) -> bool:
    """Whether two pictures have the same bands and field of the pack: not just of the same name."""
    return all(one[name] is other[name] for name in one)


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
    return [value for value in values if value is not None and value != OTHER]
