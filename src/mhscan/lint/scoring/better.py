"""A better answer never lowers a score: not by making a question apply that did not apply before.

What is simply absent is no reason for 'does not apply'. For each question with a condition, every way to answer what
the condition looks at is tried, and for each way every better answer to one indicator or fact in it. All other
questions are at their best, at their worst, or set aside where that can be, and the facts beside the one that gets
better are answered in each way; the new question has its worst answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from mhscan.errors import Problem
from mhscan.integrity.walk import applicability
from mhscan.language import _
from mhscan.lint.logic.decidable import pack_of
from mhscan.lint.scoring.observations import in_yaml
from mhscan.loading.packs import Folder
from mhscan.pack.ladders import REFERENCE, in_order, ladders_of
from mhscan.pack.pack import Pack
from mhscan.scoring.conditions import Conditions
from mhscan.scoring.deciders import Test, deciders_of
from mhscan.scoring.facts import Fact, following
from mhscan.scoring.options import TangledError, options
from mhscan.scoring.scores import Scores, score

MOST_WAYS = 4096
"""So many ways to answer what a condition looks at are tried; a condition with more is passed over."""
MOST_TRIED = 64
"""So many pairs of answers are scored for one question."""
Answers = Mapping[str, Fact]


def check_better_is_worse(folder: Folder) -> Iterator[Problem]:
    """No better answer to one question makes a score lower by making another question apply."""
    pack = pack_of(folder)
    for key, placed in applicability(folder).items() if pack else ():
        if pack is None or key not in pack.places:
            continue
        found = next(_worse(pack, key), None)
        if found is not None:
            message = _(
                "with {key} {more} in the place of {less} this applies, and {figure} falls from {high} to {low}"
            )
            hint = _("Let it apply always, or ask it as a fact of that question: what is not there counts as 0.")
            yield placed.part.problem("MH422", placed.path, message.format(**found), hint)


def _worse(pack: Pack, key: str) -> Iterator[dict[str, object]]:
    """Each better answer that lowers a score by making a question apply: which, and the figure before and after."""
    tried = 0
    for decider, less, more in _openings(pack, key):
        for base, own in product(_bases(pack, {*less, key}), _beside(pack, decider, less, more)):
            tried += 1
            if tried > MOST_TRIED:
                return
            before, after = (_scored(pack, {**base, **own, **one}, key) for one in (less, more))
            for name, figure in after.figures.items():
                was, now = before.figures[name].part.point, figure.part.point
                if was is not None and now is not None and now < was:
                    values = {
                        "less": in_yaml(less[decider].value),
                        "more": in_yaml(more[decider].value),
                        "key": decider,
                    }
                    yield {**values, "figure": name, "high": round(float(was), 1), "low": round(float(now), 1)}


def _openings(pack: Pack, key: str) -> Iterator[tuple[str, Answers, Answers]]:
    """Two ways to answer what a condition looks at, of which only the second, better in one place, makes it true."""
    looked_at = [one for one in deciders_of(pack).of[key] if one not in _own(pack, key)]
    domains = {one: _domain(pack, one) for one in looked_at}
    if not domains or prod(map(len, domains.values())) > MOST_WAYS:
        return
    for way in product(*domains.values()):
        less = dict(zip(looked_at, way, strict=True))
        for decider in (one for one in looked_at if one in pack.places or one in pack.observations):
            for fact in domains[decider][domains[decider].index(less[decider]) + 1 :]:
                more = {**less, decider: fact}
                if _applies(pack, key, less) is False and _applies(pack, key, more):
                    yield decider, less, more


def _own(pack: Pack, key: str) -> Sequence[str]:
    return tuple(pack.places[key].observations)


def _domain(pack: Pack, key: str) -> list[Fact]:
    """The answers to a question that tests tell apart, from little to much."""
    tests: Sequence[Test] = deciders_of(pack).tests.get(key, ())
    try:
        found = [
            one for one in options(pack, key, Fact("not_asked"), tests) if one.state == "answered" and not one.carried
        ]
    except TangledError:
        return []
    if key not in pack.observations:
        return found
    values = in_order(pack.observations[key], [one.value for one in found if one.value is not None])
    return [Fact("answered", value) for value in values]


def _applies(pack: Pack, key: str, answers: Answers) -> bool | None:
    return Conditions(pack, following(pack, answers, REFERENCE)).applies(key).value


def _bases(pack: Pack, but: set[str]) -> Iterator[Answers]:
    """Answers to all other indicators: the best, the worst, and none where they can be set aside."""
    others = [key for key in pack.places if key not in but]
    for n in (-1, 0):
        yield {one: fact for key in others for one, fact in _at_end(pack, key, n) if one not in but}
    yield {key: Fact("not_applicable") for key in others if pack.can_be_set_aside(key)}


def _beside(pack: Pack, decider: str, less: Answers, more: Answers) -> list[Answers]:
    """Answers to the facts beside one that gets better: for each level before and after, one way to come to these."""
    place = pack.observed_at(decider)
    if place is None:
        return [{}]
    ladder = ladders_of(pack)[place.id]
    found: dict[tuple[object, ...], Answers] = {}
    for way in product(*ladder.steps.values()):
        facts = {one: Fact("answered", step.value) for one, step in zip(ladder.keys, way, strict=True)}
        levels = tuple(following(pack, {**facts, **answers}, REFERENCE).get(place.id).value for answers in (less, more))
        found.setdefault(levels, {one: fact for one, fact in facts.items() if one not in less})
    return list(found.values())


def _at_end(pack: Pack, key: str, n: int) -> Iterator[tuple[str, Fact]]:
    """The best (-1) or worst (0) answer to an indicator: its level, or each of its facts."""
    ladder = ladders_of(pack).get(key)
    if ladder is None:
        yield key, Fact("answered", sorted(level.level for level in pack.places[key].indicator.levels)[n])
        return
    yield from ((one, Fact("answered", steps[n].value)) for one, steps in ladder.steps.items())


def _scored(pack: Pack, answers: Answers, key: str) -> Scores:
    """The scores with the worst answer to the question that may come to apply."""
    return score(pack, following(pack, {**answers, **dict(_at_end(pack, key, 0))}, REFERENCE), frozenset(pack.places))
