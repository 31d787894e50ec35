"""Facts are questions that can be answered, and the levels above them follow from these facts alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mhscan.base import card_of
from mhscan.conditions import All, AnyOf, Condition, CountOf, Each, Not, ObservationTest, keys_of, of_indicator, walk
from mhscan.errors import Path, Problem
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import indicators_of, observations_of
from mhscan.language import _
from mhscan.loading.packs import Folder
from mhscan.pack.factor import Factor, Indicator, Level
from mhscan.pack.ladders import MOST_COMBINATIONS, Ladder
from mhscan.pack.observation import Observation
from mhscan.pack.pack import Place

COMBINES = (All, AnyOf, Not, CountOf)


def check_unasked_fact(folder: Folder) -> Iterator[Problem]:
    """Each observation has what its type needs, and no key that goes with another."""
    for part, path, _indicator, observation in observations_of(folder):
        if "options" in observation.takes and len(observation.options) < 2 and not part.lost:
            hint = _("Give 'options' at least two: the first says that there is nothing of it.")
            yield part.problem("MH415", path, _("there is nothing to choose from"), hint)
        for key in ("options", "maximum"):
            if getattr(observation, key) and key not in observation.takes:
                message = _("'{key}' does not go with a fact of the type '{type}'")
                message = message.format(key=key, type=observation.type)
                yield part.problem("MH415", (*path, key), message, _("Remove it, or change the type."), at_key=True)


def check_level_without_facts(folder: Folder) -> Iterator[Problem]:
    """With observations each level but the lowest has a condition; without them none has."""
    for part, path, _factor, indicator in indicators_of(folder):
        lowest = min(one.level for one in indicator.levels)
        for n, level in enumerate(indicator.levels):
            wrong = _wrong_level(indicator, level, level.level == lowest)
            if wrong:
                yield part.problem("MH416", (*path, "levels", n), *wrong)


def _wrong_level(indicator: Indicator, level: Level, is_lowest: bool) -> tuple[str, str] | None:
    """What is wrong with the condition of a level, or with its absence, and what to do."""
    if level.when is not None and not indicator.observations:
        hint = _("Add 'observations', or take 'when' away: then the level is chosen from the list.")
        return _("this level has a condition, and there is nothing to observe"), hint
    if level.when is not None and is_lowest:
        return _("the lowest level is what is left, so it has no condition"), _("Take 'when' away here.")
    if level.when is None and indicator.observations and not is_lowest:
        hint = _("Add 'when' with the facts that make this level.")
        return _("nothing says when this level follows from the facts"), hint
    return None


def check_level_looks_elsewhere(folder: Folder) -> Iterator[Problem]:
    """A level follows from the answers to its own facts: not from other answers, scores, or what is not known."""
    for part, path, factor, indicator in indicators_of(folder):
        own = {f"{factor.id}.{indicator.id}.{one.id}": one for one in indicator.observations}
        for n, level in enumerate(indicator.levels):
            when = of_indicator(level.when, f"{factor.id}.{indicator.id}") if level.when and own else None
            for at, test in walk(when, (*path, "levels", n, "when")) if when else ():
                for key, message in _elsewhere(test, own):
                    yield part.problem("MH417", (*at, *key), message, _hint())


def _hint() -> str:
    return _("Name an observation of this indicator, with 'is', 'in', 'at_least', 'at_most' or 'ahead'.")


def _elsewhere(test: Condition, own: Mapping[str, Observation]) -> Iterator[tuple[Path, str]]:
    """What in a condition of a level looks at something else than its own facts."""
    elsewhere = _("a level follows from its own facts only")
    if isinstance(test, ObservationTest):
        yield from _of_other_facts(test, own, elsewhere)
    elif not isinstance(test, COMBINES) or _counts_each(test):
        yield (), elsewhere


def _of_other_facts(
    test: ObservationTest, own: Mapping[str, Observation], elsewhere: str
) -> Iterator[tuple[Path, str]]:
    if test.observation.count(".") == 2 and card_of(test.observation) not in {card_of(one) for one in own}:
        yield ("observation",), elsewhere
    if test.above is not None:
        yield ("above",), elsewhere
    if test.state is not None:
        yield ("state",), _("a level cannot follow from what is not known")
    asked = test.model_fields_set & {"is_", "in_"}
    fact = own.get(test.observation)
    if fact is not None and fact.question.traits.order == "date" and asked:
        yield ("is" if "is_" in asked else "in",), _("a level looks at a date by the date of the scan: use 'ahead'")


def _counts_each(test: object) -> bool:
    return isinstance(test, CountOf) and isinstance(test.count_of, Each)


def check_too_many_combinations(folder: Folder) -> Iterator[Problem]:
    """The levels of an indicator tell no more combinations of facts apart than can be looked at one by one."""
    if any(one.severity == "error" for one in folder.problems):
        return
    for part, path, factor, indicator in indicators_of(folder):
        found = _combinations(factor, indicator) if _is_whole(folder, factor, indicator) else 0
        if found > MOST_COMBINATIONS:
            message = _("the levels tell {n} combinations of facts apart; more than {most} cannot be looked at")
            hint = _("Use fewer limits, or fewer observations.")
            yield part.problem("MH418", (*path, "levels"), message.format(n=found, most=MOST_COMBINATIONS), hint)


def _combinations(factor: Factor, indicator: Indicator) -> int:
    return Ladder(Place(f"{factor.id}.{indicator.id}", indicator, factor, factor.aspects[0])).combinations


def _is_whole(folder: Folder, factor: Factor, indicator: Indicator) -> bool:
    """Whether each fact can be asked, and each that a level names is there."""
    known = names_of(folder).observations
    asked = all("options" not in one.takes or one.options for one in indicator.observations)
    conditions = [of_indicator(one.when, f"{factor.id}.{indicator.id}") for one in indicator.levels if one.when]
    named = [key for condition in conditions for key in keys_of(condition)]
    return bool(indicator.observations) and asked and all(one in known for one in named)
