"""Checks of how a pack scores: its scales, bands, thresholds, profile and classes of numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mhscan.errors import Path, Problem, Related
from mhscan.integrity.names import names_of
from mhscan.integrity.order import off_count, out_of_order
from mhscan.integrity.walk import indicators_of, questions_of, repeats, scales_of
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor, Indicator
from mhscan.pack.model import Model, Scale


def check_level_gap(folder: Folder) -> Iterator[Problem]:
    """The levels of each scale rise by one."""
    for part, path, _name, scale in scales_of(folder):
        levels = [one.level for one in scale.levels]
        for n in off_count(levels):
            message = _("the levels are {numbers}: a number is passed over").format(numbers=_numbers(levels))
            hint = _("Number the levels one after the other.")
            yield part.problem("MH404", (*path, "levels", n, "level"), message, hint)


def check_duplicate_level(folder: Folder) -> Iterator[Problem]:
    """No level stands twice in a scale."""
    for part, path, _name, scale in scales_of(folder):
        for n, first in repeats(one.level for one in scale.levels):
            related = _related(part, (*path, "levels", first, "level"), _("here for the first time"))
            message = _("level {level} stands here for the second time").format(level=scale.levels[n].level)
            hint = _("Number the levels one after the other.")
            yield part.problem("MH409", (*path, "levels", n, "level"), message, hint, related=related)


def check_equal_scores(folder: Folder) -> Iterator[Problem]:
    """Each level of a scale has a score of its own."""
    for part, path, _name, scale in scales_of(folder):
        for n, first in repeats(one.score for one in scale.levels):
            related = _related(part, (*path, "levels", first, "score"), _("the other level"))
            message = _("two levels are worth {score} points").format(score=scale.levels[n].score)
            hint = _("Give each level a score of its own.")
            yield part.problem("MH405", (*path, "levels", n, "score"), message, hint, related=related)


def check_falling_scores(folder: Folder) -> Iterator[Problem]:
    """The scores of a scale rise with its levels."""
    for part, path, _name, scale in scales_of(folder):
        scores = [one.score for one in scale.levels]
        for n in out_of_order(scores, equal=True):
            message = _("the scores of the levels do not rise: {numbers}").format(numbers=_numbers(scores))
            hint = _("Let the scores rise with the levels.")
            yield part.problem("MH406", (*path, "levels", n, "score"), message, hint)


def check_unreachable_band(folder: Folder) -> Iterator[Problem]:
    """The best levels of all scales in use reach the highest band, and the worst the lowest."""
    used = _scales_in_use(folder)
    for part, model in folder.of(Model):
        scores = [level.score for name, scale in model.scales.items() if name in used for level in scale.levels]
        for n, band in enumerate(model.bands if scores else ()):
            above = next((higher.from_ for higher in model.bands[n + 1 :]), 101)
            if band.from_ > max(scores) or above <= min(scores):
                message = _("no score falls in the band '{id}': scores run from {low} to {high}")
                message = message.format(id=band.id, low=min(scores), high=max(scores))
                hint = _("Change the band, or the scores of the scales.")
                yield part.problem("MH407", ("bands", n, "from"), message, hint)


def check_nothing_scored(folder: Folder) -> Iterator[Problem]:
    """Each factor has an aspect that counts."""
    for part, factor in folder.of(Factor):
        if not any(aspect.scored for aspect in factor.aspects):
            hint = _("Let at least one aspect count: leave 'scored: false' out.")
            yield part.problem("MH408", ("aspects",), _("no aspect of this factor counts"), hint, at_key=True)


def check_hidden_action(folder: Folder) -> Iterator[Problem]:
    """No two actions of an indicator lead to the same level, unless the first is not for everybody."""
    for part, path, _factor, indicator in indicators_of(folder):
        for n, first in _hidden(indicator):
            related = _related(part, (*path, "actions", first, "to"), _("this one is advised"))
            message = _("another action leads to level {level} already").format(level=indicator.actions[n].to)
            hint = _("Make steps of one action of them, or change the level.")
            yield part.problem("MH410", (*path, "actions", n, "to"), message, hint, related=related)


def _hidden(indicator: Indicator) -> Iterator[tuple[int, int]]:
    """Each action that is never chosen, with the one that is: to the same level, and advised to anybody."""
    for n, first in repeats(action.to for action in indicator.actions):
        before = range(first, n)
        always = next((m for m in before if _hides(indicator, indicator.actions[m], indicator.actions[n])), None)
        if always is not None:
            yield n, always


def _hides(indicator: Indicator, first: Action, second: Action) -> bool:
    """Whether an action is always chosen before another.

    One that is bound to a moment can be chosen for that, and one that brings about a fact of its own for that fact.
    """
    own = any(second.id in fact.actions and first.id not in fact.actions for fact in indicator.observations)
    return first.to == second.to and first.applies_if is None and second.moment is None and not own


def check_profile_gap(folder: Folder) -> Iterator[Problem]:
    """The fields of the profile are low and high on each axis, once each."""
    hint = _("Give each of the four places one field.")
    for part, model in folder.of(Model):
        if model.profile is None:
            continue
        corners = [(field.x, field.y) for field in model.profile.fields]
        twice = list(repeats(corners))
        for n, _first in twice:
            message = _("another field is {x} on x and {y} on y already").format(x=corners[n][0], y=corners[n][1])
            yield part.problem("MH411", ("profile", "fields", n), message, hint)
        missing = [f"{x}/{y}" for x in ("low", "high") for y in ("low", "high") if (x, y) not in corners]
        if missing and not twice:
            message = _("there is no field for {places} (x/y)").format(places=", ".join(missing))
            yield part.problem("MH411", ("profile", "fields"), message, hint, at_key=True)


def check_threshold_off_scale(folder: Folder) -> Iterator[Problem]:
    """What is low, and what is enough, are levels of each scale in use, and low is below enough on each."""
    used = _scales_in_use(folder)
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            if name in used:
                yield from _off_scale(part, model, name, scale)
        if not used & model.scales.keys() and model.advice.low >= model.advice.enough:
            yield _not_below(part, ("advice", "low"))


def _off_scale(part: Part, model: Model, name: str, scale: Scale) -> Iterator[Problem]:
    """The limits that are no levels of one scale, and the one that is not below the other."""
    levels = [level.level for level in scale.levels]
    limits = {}
    for key in ("low", "enough"):
        own, common = getattr(scale, key), getattr(model.advice, key)
        limits[key] = common if own is None else own
        if limits[key] not in levels:
            path = ("advice", key) if own is None else ("scales", name, key)
            message = _("{value} is no level of the scale '{scale}'").format(value=limits[key], scale=name)
            hint = _("Possible here: {keys}.").format(keys=_numbers(sorted(levels)))
            if own is None:
                better = _("A scale can have its own: write '{key}: ...' under 'scales: {scale}:'.")
                hint += " " + better.format(key=key, scale=name)
            yield part.problem("MH412", path, message, hint)
    if limits["low"] >= limits["enough"]:
        yield _not_below(part, ("advice", "low") if scale.low is None else ("scales", name, "low"))


def _not_below(part: Part, path: Path) -> Problem:
    return part.problem("MH412", path, _("what is low is not below what is enough"), _("Lower it."))


def check_bad_classes(folder: Folder) -> Iterator[Problem]:
    """The classes of a number question rise, and start at its lowest number."""
    for part, path, question in questions_of(folder):
        numbers = question.traits.numbers
        if numbers is None or not numbers.classes:
            continue
        starts = [size.from_ for size in numbers.classes]
        first = {0} if starts[0] > numbers.minimum else set()
        beyond = {n for n, at in enumerate(starts) if numbers.maximum is not None and at > numbers.maximum}
        for n in sorted(first | beyond | set(out_of_order(starts)))[:1]:
            message = _("the classes do not cover all numbers once: they start at {numbers}")
            message = message.format(numbers=_numbers(starts))
            hint = _("Start the first class at the lowest number, each next one higher, none past the highest.")
            yield part.problem("MH413", (*path, "classes", n, "from"), message, hint)


def check_empty_range(folder: Folder) -> Iterator[Problem]:
    """The lowest number that can be answered lies below the highest."""
    for part, path, question in questions_of(folder):
        numbers = question.traits.numbers
        if numbers is not None and numbers.maximum is not None and numbers.maximum < numbers.minimum:
            message = _("no number is {low} or more and {high} or less")
            message = message.format(low=numbers.minimum, high=numbers.maximum)
            yield part.problem("MH414", (*path, "maximum"), message, _("Raise it."))


def _scales_in_use(folder: Folder) -> set[str]:
    return {indicator.scale for indicator in names_of(folder).indicators.values()}


def _related(part: Part, path: Path, message: str) -> tuple[Related, ...]:
    return (Related(part.document.locate(path), message),)


def _numbers(numbers: Iterable[object]) -> str:
    return ", ".join(map(str, numbers))
