"""Every condition of a pack, and every test in it, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mhscan.base import CONTEXT
from mhscan.conditions import Condition, CountOf, Each, FigureRef, Gap, walk
from mhscan.errors import Path
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model

Test = Condition | FigureRef | Each


@dataclass(frozen=True)
class Placed:
    """A condition with the file and the place in which it stands."""

    part: Part
    path: Path
    condition: Condition


@lru_cache(maxsize=2)
def conditions_of(folder: Folder) -> tuple[Placed, ...]:
    """Each condition of a pack: of a rule, of a question, of an action."""
    return tuple(Placed(*one) for one in (*_of_model(folder), *_of_factors(folder)))


def tests_of(folder: Folder) -> Iterator[tuple[Part, Path, Test]]:
    """Each condition of a pack, and each condition in it."""
    for one in conditions_of(folder):
        for path, test in inside(one.condition, one.path):
            yield one.part, path, test


def _of_model(folder: Folder) -> Iterator[tuple[Part, Path, Condition]]:
    for part, model in folder.of(Model):
        for n, rule in enumerate(model.rules):
            yield part, ("rules", n, "when"), rule.when
            for m, detail in enumerate(rule.details):
                yield part, ("rules", n, "details", m, "when"), detail.when
        for n, question in enumerate(model.context):
            if question.applies_if is not None:
                yield part, ("context", n, "applies_if"), question.applies_if


def _of_factors(folder: Folder) -> Iterator[tuple[Part, Path, Condition]]:
    for part, factor in folder.of(Factor):
        for n, one in enumerate(factor.indicators):
            if one.applies_if is not None:
                yield part, ("indicators", n, "applies_if"), one.applies_if
            for m, action in enumerate(one.actions):
                for k, condition in enumerate(action.requires):
                    yield part, ("indicators", n, "actions", m, "requires", k), condition


def inside(condition: Condition, path: Path) -> Iterator[tuple[Path, Test]]:
    """A condition and all conditions in it, with the figures and the test over many that they name, in their places."""
    for at, test in walk(condition, path):
        yield at, test
        if isinstance(test, Gap):
            yield (*at, "gap", "high"), test.gap.high
            yield (*at, "gap", "low"), test.gap.low
        elif isinstance(test, CountOf) and isinstance(test.count_of, Each):
            yield (*at, "count_of"), test.count_of


def question_at(placed: Placed) -> str:
    """The key of the question at which a condition stands: `context.ID`, or the full id of an indicator."""
    data = placed.part.document.data
    one = data[placed.path[0]][placed.path[1]]["id"]
    return f"{CONTEXT}{one}" if placed.path[0] == "context" else f"{data['id']}.{one}"
