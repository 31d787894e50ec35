"""Conditions name what exists, and no question depends on itself."""

from __future__ import annotations

from collections.abc import Iterator

from mhscan.base import CONTEXT
from mhscan.checks.names import Names
from mhscan.checks.references import indicator, unknown
from mhscan.conditions import (
    All,
    AnyOf,
    Condition,
    ContextTest,
    CountOf,
    Each,
    FigureRef,
    FigureTest,
    Gap,
    IndicatorTest,
    LevelTest,
    Not,
    SubjectTest,
    ValueTest,
)
from mhscan.errors import Path, Problem
from mhscan.language import _
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.questions.registry import Question
from mhscan.scoring.mentions import keys_of


def check(folder: Folder) -> Iterator[Problem]:
    """Every indicator, question, option, factor and phase in a condition exists."""
    names = Names(folder)
    if names.model is None:
        return
    for part, path, condition in all_conditions(folder):
        for at, one in inside(condition, path):
            yield from _names(part, at, one, names)
            yield from _empty(part, at, one)
            if path[-1] == "applies_if" and isinstance(one, FigureRef | Gap):
                hint = _("Use the level of an indicator instead.")
                yield part.problem("MH302", at, _("whether a question applies cannot depend on a score"), hint)


def _empty(part: Part, path: Path, one: Condition | FigureRef | Each) -> Iterator[Problem]:
    """A test that tests nothing, or a figure that is none."""
    about = {"context", "subject", "indicator", "factor", "phase"}
    asks_nothing = isinstance(one, ValueTest | LevelTest | FigureTest) and not one.model_fields_set - about
    if asks_nothing or (type(one) is FigureRef and not one.model_fields_set):
        hint = _("Add for example 'at_least: 3'.") if asks_nothing else _("Name a factor or a phase.")
        yield part.problem("MH303", path, _("nothing is asked here"), hint)


def all_conditions(folder: Folder) -> Iterator[tuple[Part, Path, Condition]]:
    """Each condition of a pack with its place."""
    for part, model in folder.of(Model):
        for n, rule in enumerate(model.rules):
            yield part, ("rules", n, "when"), rule.when
        for n, question in enumerate(model.context):
            if question.applies_if is not None:
                yield part, ("context", n, "applies_if"), question.applies_if
    for part, factor in folder.of(Factor):
        for n, one in enumerate(factor.indicators):
            if one.applies_if is not None:
                yield part, ("indicators", n, "applies_if"), one.applies_if
            for m, action in enumerate(one.actions):
                for k, condition in enumerate(action.requires):
                    yield part, ("indicators", n, "actions", m, "requires", k), condition


def inside(condition: Condition, path: Path) -> Iterator[tuple[Path, Condition | FigureRef | Each]]:
    """A condition and all conditions in it, each with its place."""
    yield path, condition
    if isinstance(condition, Not):
        yield from inside(condition.not_, (*path, "not"))
    elif isinstance(condition, Gap):
        yield (*path, "gap", "high"), condition.gap.high
        yield (*path, "gap", "low"), condition.gap.low
    elif isinstance(condition, CountOf) and isinstance(condition.count_of, Each):
        yield (*path, "count_of"), condition.count_of
    else:
        key, parts = _members(condition)
        for n, one in enumerate(parts):
            yield from inside(one, (*path, key, n))


def _members(condition: Condition) -> tuple[str, tuple[Condition, ...]]:
    if isinstance(condition, All):
        return "all", condition.all
    if isinstance(condition, AnyOf):
        return "any", condition.any
    if isinstance(condition, CountOf) and not isinstance(condition.count_of, Each):
        return "count_of", condition.count_of
    return "", ()


def _names(part: Part, path: Path, one: Condition | FigureRef | Each, names: Names) -> Iterator[Problem]:
    if isinstance(one, IndicatorTest):
        yield from indicator(part, (*path, "indicator"), one.indicator, names)
    elif isinstance(one, ContextTest):
        yield from _value(part, path, one, "context", one.context, names.context)
    elif isinstance(one, SubjectTest):
        yield from _value(part, path, one, "subject", one.subject, names.subject)
    elif isinstance(one, FigureRef | Each):
        yield from _figure(part, path, one, names)
    carrier = one.carried if isinstance(one, LevelTest) else None
    if carrier is not None and carrier not in names.listed("carriers"):
        yield unknown(part, "MH207", (*path, "carried"), carrier, names.listed("carriers"))


def _value(
    part: Part, path: Path, test: ValueTest, key: str, name: str, known: dict[str, Question]
) -> Iterator[Problem]:
    if name not in known:
        yield unknown(part, "MH204", (*path, key), name, set(known))
        return
    options = {str(choice.value) for choice in known[name].choices() if isinstance(choice.value, str)}
    if not options:
        return
    wanted = [(("is",), test.is_), (("has",), test.has), *(((("in", n), v) for n, v in enumerate(test.in_ or ())))]
    for where, value in wanted:
        if value is not None and str(value) not in options:
            yield unknown(part, "MH205", (*path, *where), str(value), options)


def _figure(part: Part, path: Path, one: FigureRef | Each, names: Names) -> Iterator[Problem]:
    factors = set(names.model.factors) if names.model else set()
    if one.factor is not None and one.factor not in factors:
        yield unknown(part, "MH207", (*path, "factor"), one.factor, factors)
    if one.phase is not None and one.phase not in names.listed("phases"):
        yield unknown(part, "MH207", (*path, "phase"), one.phase, names.listed("phases"))


def check_cycles(folder: Folder) -> Iterator[Problem]:
    """No question's `applies_if` leads back to the question itself."""
    edges: dict[str, list[str]] = {}
    places: dict[str, tuple[Part, Path]] = {}
    factors = [factor for _part, factor in folder.of(Factor)]
    for part, path, condition in all_conditions(folder):
        if path[-1] == "applies_if":
            full = _key_at(part, path)
            edges[full] = [*keys_of(condition), *_each_of(condition, path, factors)]
            places[full] = (part, path)
    for start, (part, path) in places.items():
        way = _way_back(start, edges)
        if way:
            message = _("this question depends on itself: {way}").format(way=" → ".join(way))
            yield part.problem("MH301", path, message, _("Take one of these conditions away."))


def _each_of(condition: Condition, path: Path, factors: list[Factor]) -> list[str]:
    """All indicators that a condition looks at by a test over a phase or a factor."""
    return [
        f"{factor.id}.{indicator.id}"
        for _at, one in inside(condition, path)
        if isinstance(one, Each)
        for factor in factors
        if one.phase in (None, factor.phase) and one.factor in (None, factor.id)
        for indicator in factor.indicators
    ]


def _key_at(part: Part, path: Path) -> str:
    """The key of the question that a condition stands at."""
    one = part.document.data[path[0]][path[1]]["id"]
    return f"{CONTEXT}{one}" if path[0] == "context" else f"{part.document.data['id']}.{one}"


def _way_back(start: str, edges: dict[str, list[str]]) -> list[str]:
    """A way from a question over conditions back to itself; empty where there is none."""
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
