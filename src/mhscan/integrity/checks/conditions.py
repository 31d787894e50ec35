"""Conditions ask something, and whether a question applies hangs neither on a score nor on itself."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT, SUBJECT, card_of
from mhscan.conditions import (
    ContextTest,
    Each,
    FigureRef,
    FigureTest,
    Gap,
    LevelTest,
    SubjectTest,
    ValueTest,
    keys_of,
)
from mhscan.errors import Path, Problem, Related
from mhscan.integrity.names import names_of
from mhscan.integrity.walk import ABOUT, Placed, applicability, indicators_of, inside, is_of_question, tests_of
from mhscan.language import _
from mhscan.loading.near import possible
from mhscan.loading.packs import Folder, Part
from mhscan.questions.base import Order


def check_empty_condition(folder: Folder) -> Iterator[Problem]:
    """No test names something and asks nothing of it, and no figure of a gap is none."""
    for part, path, test in tests_of(folder):
        asks_nothing = isinstance(test, ValueTest | LevelTest | FigureTest) and not test.model_fields_set - ABOUT
        if isinstance(test, ValueTest) and test.ahead is not None and not test.ahead.model_fields_set:
            hint = _("Add for example 'at_most: -1': before the date of the scan.")
            yield part.problem("MH303", (*path, "ahead"), _("nothing is asked here"), hint)
        if asks_nothing or (type(test) is FigureRef and not test.model_fields_set):
            hint = _("Add for example 'at_least: 3'.") if asks_nothing else _("Name a factor or a phase.")
            yield part.problem("MH303", path, _("nothing is asked here"), hint)


def check_wrong_comparison(folder: Folder) -> Iterator[Problem]:
    """Numbers are compared with numbers, dates with dates, and only dates with the date of the scan."""
    names = names_of(folder)
    known = {CONTEXT + key: one for key, one in names.context.items()}
    known |= {SUBJECT + key: one for key, one in names.subject.items()}
    orders = {key: question.traits.order for key, question in known.items()}
    for part, path, test in tests_of(folder):
        if isinstance(test, ContextTest | SubjectTest) and test.answer_keys()[0] in orders:
            yield from _wrong_above(part, path, test, orders)
            yield from _wrong_ahead(part, path, test, orders)


def _wrong_above(
    part: Part, path: Path, test: ContextTest | SubjectTest, orders: dict[str, Order]
) -> Iterator[Problem]:
    key, order = test.answer_keys()[0], orders[test.answer_keys()[0]]
    if test.above in orders and (order != orders[test.above] or order == "none"):
        message = _("'{key}' cannot be compared with '{other}': only numbers with numbers, and dates with dates")
        alike = [one for one, other in orders.items() if other == order != "none" and one != key]
        hint = possible(alike) if alike else _("Ask with 'is' or 'in' instead.")
        yield part.problem("MH312", (*path, "above"), message.format(key=key, other=test.above), hint)


def _wrong_ahead(
    part: Part, path: Path, test: ContextTest | SubjectTest, orders: dict[str, Order]
) -> Iterator[Problem]:
    key = test.answer_keys()[0]
    if test.ahead is not None and orders[key] != "date":
        dates = [one for one, order in orders.items() if order == "date"]
        hint = possible(dates) if dates else _("Add a question of type 'date', or leave this out.")
        yield part.problem("MH312", (*path, "ahead"), _("'{key}' asks for no date").format(key=key), hint)


def check_condition_on_score(folder: Folder) -> Iterator[Problem]:
    """No `applies_if` and no signal tests the score of a factor or phase, or a gap between two."""
    for part, path, test in tests_of(folder):
        if isinstance(test, FigureRef | Gap) and (is_of_question(path) or path[0] == "signals"):
            message = _("whether a question applies cannot depend on a score")
            if path[0] == "signals":
                message = _("a signal is about answers, and a score is none")
            yield part.problem("MH302", path, message, _("Use the level of an indicator instead."))


def check_condition_cycle(folder: Folder) -> Iterator[Problem]:
    """No question's `applies_if` leads back to the question itself."""
    placed = applicability(folder)
    edges = {key: [*map(card_of, keys_of(one.condition)), *_each_of(folder, one)] for key, one in placed.items()}
    in_cycles: set[str] = set()
    for start, one in placed.items():
        cycle = [] if start in in_cycles else _cycle(start, edges)
        if cycle:
            in_cycles |= set(cycle)
            message = _("this question depends on itself: {way}").format(way=" → ".join(cycle))
            others = [placed[key] for key in cycle[1:-1]]
            related = tuple(Related(o.part.document.locate(o.path), _("this is part of it")) for o in others)
            hint = _("Take one of these conditions away.")
            yield one.part.problem("MH301", one.path, message, hint, related=related)


def _each_of(folder: Folder, placed: Placed) -> list[str]:
    """All indicators that a condition looks at by a test over a phase or a factor."""
    return [
        f"{factor.id}.{indicator.id}"
        for _at, test in inside(placed.condition, placed.path)
        if isinstance(test, Each)
        for _part, _path, factor, indicator in indicators_of(folder)
        if test.phase in (None, factor.phase) and test.factor in (None, factor.id)
    ]


def _cycle(start: str, edges: dict[str, list[str]]) -> list[str]:
    """A shortest way from a question back to itself, breadth first; empty where there is none."""
    ways = [[start]]
    seen = set()
    while ways:
        way = ways.pop(0)
        for following in edges.get(way[-1], ()):
            if following == start:
                return [*way, start]
            if following not in seen:
                seen.add(following)
                ways.append([*way, following])
    return []
