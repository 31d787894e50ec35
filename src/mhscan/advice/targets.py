"""How far it is to what a subject aims at, which actions lead there, and what the score would become then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from mhscan.advice.component import ActionStep, Blocked, can_be_done, level_of, raised
from mhscan.advice.fewest_actions import Shortest, shortest
from mhscan.advice.fitting import as_variant, is_for
from mhscan.advice.result import Result
from mhscan.advice.what_if import WhatIf, what_if, with_levels
from mhscan.base import card_of
from mhscan.conditions import State, keys_of
from mhscan.pack.factor import Action
from mhscan.pack.pack import Pack, Place
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.facts import Facts


@dataclass(frozen=True)
class LevelGap:
    """An indicator that applies, or may apply, and surely stands too low."""

    place: Place
    level: int
    wanted: int


@dataclass(frozen=True)
class OpenAnswer:
    """A question without an answer on which it depends whether the targets are reached; `wanted` if it is aimed at."""

    key: str
    state: State
    wanted: int | None


@dataclass(frozen=True)
class UpToOthers:
    """An action of which the effect depends on others, as it is put here; and whether it is one for the subject now."""

    action: Action
    is_for: bool


Others = Mapping[str, UpToOthers]
"""By the full ids of indicators."""


@dataclass(frozen=True)
class Journey:
    """The way from an assessment to its targets.

    `steps` are the fewest actions if each open answer turns out at the top, in an order in which they can be done;
    `at_most` is their number if each turns out lowest. `exact` is false where the number may be higher than needed.
    `after` has the results before, and after these actions; what is not known stays so. `others` has the action that
    leads there for each indicator that is out of reach since its effect depends on others.
    """

    wanted: Mapping[str, int]
    gaps: tuple[LevelGap, ...]
    open: tuple[OpenAnswer, ...]
    steps: tuple[ActionStep, ...]
    at_most: int
    out_of_reach: Mapping[str, Blocked]
    exact: bool
    after: WhatIf
    others: Others

    @property
    def reached(self) -> bool:
        """Whether all is reached already, for certain."""
        return not self.gaps and not self.open


def wanted_levels(pack: Pack, targets: Mapping[str, int]) -> dict[str, int]:
    """The level that is wanted of each indicator.

    A target for a factor counts for each of its indicators; one whose scale ends below it goes to its highest level.
    Where two targets are about one indicator, the higher counts.
    """
    found: dict[str, int] = {}
    for key, place in pack.places.items():
        top = max(level.level for level in place.indicator.levels)
        levels = [min(targets[one], top) for one in (key, place.factor.id) if one in targets]
        if levels:
            found[key] = max(levels)
    return found


def levels_to_set(result: Result, targets: Mapping[str, int]) -> dict[str, int]:
    """The levels to give indicators so that targets are reached; those that do not apply, or stand higher, stay out."""
    found = {}
    for key, level in wanted_levels(result.pack, targets).items():
        one = result.scores.indicators[key]
        if one.state != "not_applicable" and (one.level is None or one.level < level):
            found[key] = level
    return found


def journey(result: Result, targets: Mapping[str, int]) -> Journey:
    """The way to targets, each the id of a factor or the full id of an indicator with a level."""
    pack, facts = result.pack, result.facts
    wanted = wanted_levels(pack, targets)
    best = shortest(pack, completed(pack, facts, max), wanted)
    worst = shortest(pack, completed(pack, facts, min), wanted)
    steps = _in_order(result, best.steps)
    return Journey(
        wanted,
        tuple(_gaps(result, wanted)),
        tuple(_open(result, wanted, best)),
        steps,
        max(len(best.steps), len(worst.steps)),
        best.out_of_reach,
        best.exact and worst.exact,
        what_if(result, with_levels(result.assessment, best.levels)),
        {key: up_to_others(result, key, wanted[key]) for key, why in best.out_of_reach.items() if why == "others"},
    )


def left_to_others(result: Result, levels: Mapping[str, int]) -> Others:
    """Those of these levels that lie above what is answered, and to which only actions lead that depend on others."""
    conditions = result.scores.conditions
    found: dict[str, UpToOthers] = {}
    for key, level in levels.items():
        score = result.scores.indicators[key]
        leading = [one for one in score.place.indicator.actions if one.to >= level]
        here = [as_variant(conditions, one) for one in leading if is_for(conditions, one)] or leading
        is_above = score.level is not None and score.level < level
        if is_above and here and all(one.depends_on_others for one in here):
            found[key] = up_to_others(result, key, level)
    return found


def up_to_others(result: Result, key: str, level: int) -> UpToOthers:
    """The action that leads an indicator to a level where that depends on others; one for the subject if there is."""
    place, conditions = result.pack.places[key], result.scores.conditions
    leading = [(not is_for(conditions, one), one.to, one) for one in place.indicator.actions if one.to >= level]
    is_not, _to, action = min(leading, key=lambda found: found[:2])
    return UpToOthers(result.fitted(place, action), not is_not)


def completed(pack: Pack, facts: Facts, pick: Callable[[Iterable[int]], int]) -> Facts:
    """The facts with a level for each indicator that has none, and is not set aside: the highest or the lowest."""
    return raised(
        pack,
        facts,
        {
            key: pick(level.level for level in place.indicator.levels if facts.get(key).may_be(level.level))
            for key, place in pack.places.items()
            if level_of(facts, key) is None and facts.get(key).state != "not_applicable"
        },
    )


def _gaps(result: Result, wanted: Mapping[str, int]) -> Iterable[LevelGap]:
    for key, level in wanted.items():
        one = result.scores.indicators[key]
        if one.level is not None and one.level < level:
            yield LevelGap(one.place, one.level, level)


def _open(result: Result, wanted: Mapping[str, int], best: Shortest) -> Iterable[OpenAnswer]:
    """The answers to find out: of what is aimed at, and of what the actions require, before or after they are done."""
    pack, facts = result.pack, raised(result.pack, result.facts, best.levels)
    conditions = Conditions(pack, facts)
    keys = [key for key in wanted if conditions.applies(key).value is not False]
    keys += [key for key in wanted if conditions.applies(key).value is None for key in conditions.applies(key).open]
    for step in best.steps:
        keys += [key for need in step.action.requires for key in keys_of(need)]
    for key in best.out_of_reach:
        for action in pack.places[key].indicator.actions:
            keys += [key for need in action.requires for key in conditions.evaluate(need).open]
    for key in dict.fromkeys(map(card_of, keys)):
        if facts.get(key).state in ("unknown", "skipped", "not_asked") and key in (pack.places | pack.context):
            yield OpenAnswer(key, facts.get(key).state, wanted.get(key))


def _in_order(result: Result, steps: tuple[ActionStep, ...]) -> tuple[ActionStep, ...]:
    """The steps as they are put for the subject, in the order of the advice where they can be done in it."""
    done = _by_advice(result, steps) or steps
    return tuple(replace(one, action=result.fitted(one.place, one.action)) for one in done)


def _by_advice(result: Result, steps: tuple[ActionStep, ...]) -> list[ActionStep]:
    """The steps in the order of the advice, but none before it can be done; none where that leaves one undone."""
    turn = {one.place.id: n for n, one in enumerate(result.actions)}
    left = sorted(steps, key=lambda step: turn.get(step.place.id, len(turn)))
    facts = completed(result.pack, result.facts, max)
    done: list[ActionStep] = []
    while left:
        conditions = Conditions(result.pack, facts)
        standing = (one for one in left if level_of(facts, one.place.id) == one.level)
        following = next((one for one in standing if can_be_done(conditions, one.action)), None)
        if following is None:
            return []
        left.remove(following)
        done.append(following)
        facts = raised(result.pack, facts, {following.place.id: following.action.to})
    return done
