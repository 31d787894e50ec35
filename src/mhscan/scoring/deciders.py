"""Which questions decide whether others apply, and which tests look at each of them: the same for every assessment."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter

from mhscan.conditions import (
    Condition,
    ContextTest,
    CountOf,
    Each,
    FigureRef,
    IndicatorTest,
    LevelTest,
    ObservationTest,
    SubjectTest,
    ValueTest,
    walk,
)
from mhscan.pack.ladders import ladders_of
from mhscan.pack.pack import Pack, Place

Test = ValueTest | LevelTest
Compared = Mapping[str, Sequence[str]]
"""Each question that tests compare, with those that it is compared with directly; none for a date by the scan's own."""
NOTHING_ASKED = ValueTest()
"""The test of an answer that another one is compared with: by itself nothing is asked of it."""
PACKS = 16
"""Of so many packs is kept what is the same for every assessment: a few packs, each with its figures made otherwise."""


@dataclass(frozen=True)
class Deciders:
    """`of` has the questions that a condition looks at, by the key of the question whose condition it is.

    `tests` has every test of a question, in the order of the pack; `followers` is `of` the other way round; `order` has
    all questions in it, each after those on which it depends. `unclear` are the questions of which nothing can be said:
    their condition looks at a score, or depends on itself. A checked pack has none. `compared` has the questions that
    tests compare with each other, or with the date of the scan.
    """

    of: dict[str, tuple[str, ...]]
    tests: dict[str, tuple[Test, ...]]
    followers: dict[str, tuple[str, ...]]
    order: tuple[str, ...]
    unclear: frozenset[str]
    compared: Compared

    def after(self, key: str) -> frozenset[str]:
        """A question, those that it is compared with, and all questions that depend on these, directly or not."""
        return reached([key, *reached([key], self.compared)], self.followers)

    def before(self, keys: Iterable[str]) -> frozenset[str]:
        """These questions and all questions on which they depend, directly or not."""
        return reached(keys, self.of)

    def around(self, keys: Iterable[str]) -> frozenset[str]:
        """These questions and all questions that conditions tie to them, in either direction."""
        both = {key: self.of.get(key, ()) + self.followers.get(key, ()) for key in {*self.of, *self.followers}}
        return reached(keys, both)


def reached(keys: Iterable[str], edges: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """All that can be reached from some keys along edges, with these keys."""
    seen = set(keys)
    todo = [*seen]
    while todo:
        new = [key for key in edges.get(todo.pop(), ()) if key not in seen]
        seen.update(new)
        todo += new
    return frozenset(seen)


@lru_cache(maxsize=PACKS)
def deciders_of(pack: Pack) -> Deciders:
    """The deciders of a pack."""
    of: dict[str, tuple[str, ...]] = {}
    tests: dict[str, dict[int, Test]] = defaultdict(dict)
    followers: dict[str, list[str]] = defaultdict(list)
    unclear = set()
    for key in (*pack.context, *pack.places):
        condition = pack.applies_if(key)
        if condition is None:
            continue
        found = list(each_test(pack, condition))
        of[key] = tuple(dict.fromkeys(one for one, _test in found if one))
        unclear |= {key for one, _test in found if not one}
        for one, test in found:
            tests[one][id(test)] = test
        for one in of[key]:
            followers[one].append(key)
    _add_facts(pack, of, tests, followers)
    try:
        order = tuple(TopologicalSorter(of).static_order())
    except CycleError:
        order, unclear = tuple(dict.fromkeys((*of, *followers))), set(of)
    looked_at = {key: tuple(found.values()) for key, found in tests.items()}
    return Deciders(
        of,
        looked_at,
        {key: tuple(found) for key, found in followers.items()},
        order,
        frozenset(unclear),
        compared_in(looked_at),
    )


def _add_facts(
    pack: Pack, of: dict[str, tuple[str, ...]], tests: dict[str, dict[int, Test]], followers: dict[str, list[str]]
) -> None:
    """Add to the deciders, the tests and the followers what hangs on the facts of indicators."""
    for key, ladder in ladders_of(pack).items():
        # Whoever changes a fact touches its indicator. A fact at which others look decides together with its level.
        looked_at = [one for one in ladder.keys if one in tests]
        of |= dict.fromkeys(looked_at, of.get(key, ()))
        for one in of.get(key, ()):
            followers[one] += looked_at
        for one in looked_at:
            tests[one] |= {id(test): test for test in ladder.tests[one]}
        of[key] = (*of.get(key, ()), *looked_at)
        for one in ladder.keys:
            followers[one].append(key)


def each_test(pack: Pack, condition: Condition) -> Iterator[tuple[str, Test]]:
    """Every test in a condition with the key of the question that it looks at; an empty key for a test of a score."""
    for _path, each in walk(condition):
        if isinstance(each, CountOf) and isinstance(each.count_of, Each):
            for place in each_place(pack, each.count_of):
                yield place.id, each.count_of
        elif isinstance(each, ContextTest | SubjectTest | IndicatorTest | ObservationTest):
            key, *others = each.answer_keys()
            yield key, each
            yield from ((other, NOTHING_ASKED) for other in others)
        elif each.figure_refs():
            yield "", LevelTest()


def each_place(pack: Pack, test: Each | FigureRef) -> list[Place]:
    """The indicators of the phase or factor that a test looks at."""
    return [
        place
        for place in pack.places.values()
        if test.phase in (None, place.factor.phase) and test.factor in (None, place.factor.id)
    ]


def compared_in(tests: Mapping[str, Iterable[object]]) -> Compared:
    """The questions that tests compare with each other, or with the date of the scan, by their keys."""
    found: dict[str, list[str]] = {}
    for key, some in tests.items():
        for test in some:
            if isinstance(test, ValueTest) and (test.above is not None or test.ahead is not None):
                found.setdefault(key, [])
            if isinstance(test, ValueTest) and test.above is not None:
                found[key].append(test.above)
                found.setdefault(test.above, []).append(key)
    return found
