"""What the checks go through: each thing of a kind in the files of a pack, with its file and its path."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mhscan.base import CONTEXT
from mhscan.conditions import Condition, CountOf, Each, FigureRef, Gap, of_indicator, walk
from mhscan.errors import Path
from mhscan.loading.packs import Folder, Part
from mhscan.pack.factor import Action, Factor, Indicator, Variant
from mhscan.pack.migration import Migration
from mhscan.pack.model import Model, Scale
from mhscan.pack.observation import Observation
from mhscan.pack.questionnaire import Questionnaire
from mhscan.pack.source import Claim, Source
from mhscan.pack.versions import numbers
from mhscan.questions.registry import Question

Test = Condition | FigureRef | Each
ABOUT = {"context", "subject", "indicator", "observation", "factor", "phase"}
"""The keys that say what a test is about."""


@dataclass(frozen=True)
class Placed:
    """A condition with the file and the place in which it stands."""

    part: Part
    path: Path
    condition: Condition


def indicators_of(folder: Folder) -> Iterator[tuple[Part, Path, Factor, Indicator]]:
    """Each indicator, with its factor."""
    for part, factor in folder.of(Factor):
        for n, indicator in enumerate(factor.indicators):
            yield part, ("indicators", n), factor, indicator


def actions_of(folder: Folder) -> Iterator[tuple[Part, Path, str, Action]]:
    """Each action, with the full id of its indicator."""
    for part, path, factor, indicator in indicators_of(folder):
        for n, action in enumerate(indicator.actions):
            yield part, (*path, "actions", n), f"{factor.id}.{indicator.id}", action


def as_given(action: Action) -> Iterator[tuple[Path, Action | Variant]]:
    """An action and each of its variants, with the place in the action."""
    yield (), action
    yield from ((("variants", n), variant) for n, variant in enumerate(action.variants))


def observations_of(folder: Folder) -> Iterator[tuple[Part, Path, str, Observation]]:
    """Each observation, with the full id of its indicator."""
    for part, path, factor, indicator in indicators_of(folder):
        for n, observation in enumerate(indicator.observations):
            yield part, (*path, "observations", n), f"{factor.id}.{indicator.id}", observation


def is_of_level(path: Path) -> bool:
    """Whether a condition stands in a level: there it says which level follows from the facts."""
    return "levels" in path


def claims_of(folder: Folder) -> Iterator[tuple[Part, Path, Claim]]:
    """Each claim of a source."""
    for part, source in folder.of(Source):
        for n, claim in enumerate(source.claims):
            yield part, ("claims", n), claim


def scales_of(folder: Folder) -> Iterator[tuple[Part, Path, str, Scale]]:
    """Each scale of the model, with its name."""
    for part, model in folder.of(Model):
        for name, scale in model.scales.items():
            yield part, ("scales", name), name, scale


def questions_of(folder: Folder) -> Iterator[tuple[Part, Path, Question]]:
    """Each context question of the model, and each field of its subject."""
    for part, model in folder.of(Model):
        for path, questions in ((("context",), model.context), (("subject", "fields"), model.subject.fields)):
            for n, question in enumerate(questions):
                yield part, (*path, n), question


def asked_in(questionnaire: Questionnaire) -> Iterator[tuple[Path, str]]:
    """The key of each question that a questionnaire asks, in order."""
    for n, section in enumerate(questionnaire.sections):
        for m, key in enumerate(section.ask):
            yield ("sections", n, "ask", m), key


def migrations_of(folder: Folder) -> list[tuple[Part, Migration]]:
    """The migrations of a pack, from old to new."""
    return sorted(folder.of(Migration), key=lambda found: (numbers(found[1].from_), numbers(found[1].to)))


@lru_cache(maxsize=2)
def conditions_of(folder: Folder) -> tuple[Placed, ...]:
    """Each condition of a pack: of a signal, a rule, a question, an action, a level, a priority."""
    return tuple(Placed(*one) for one in (*_of_model(folder), *_of_factors(folder)))


def tests_of(folder: Folder) -> Iterator[tuple[Part, Path, Test]]:
    """Each condition of a pack, and each condition in it."""
    for placed in conditions_of(folder):
        for path, test in inside(placed.condition, placed.path):
            yield placed.part, path, test


def _of_model(folder: Folder) -> Iterator[tuple[Part, Path, Condition]]:
    for part, model in folder.of(Model):
        for n, signal in enumerate(model.signals):
            yield part, ("signals", n, "when"), signal.when
        for n, rule in enumerate(model.rules):
            yield part, ("rules", n, "when"), rule.when
            for m, detail in enumerate(rule.details):
                yield part, ("rules", n, "details", m, "when"), detail.when
        for n, priority in enumerate(model.advice.priorities):
            if priority.when is not None:
                yield part, ("advice", "priorities", n, "when"), priority.when
        for n, question in enumerate(model.context):
            if question.applies_if is not None:
                yield part, ("context", n, "applies_if"), question.applies_if


def _of_factors(folder: Folder) -> Iterator[tuple[Part, Path, Condition]]:
    for part, path, factor, indicator in indicators_of(folder):
        if indicator.applies_if is not None:
            yield part, (*path, "applies_if"), indicator.applies_if
        for m, level in enumerate(indicator.levels):
            if level.when is not None:
                yield part, (*path, "levels", m, "when"), of_indicator(level.when, f"{factor.id}.{indicator.id}")
        for m, action in enumerate(indicator.actions):
            yield from ((part, (*path, "actions", m, *at), condition) for at, condition in _of_action(action))


def _of_action(action: Action) -> Iterator[tuple[Path, Condition]]:
    if action.applies_if is not None:
        yield ("applies_if",), action.applies_if
    for n, condition in enumerate(action.requires):
        yield ("requires", n), condition
    for n, variant in enumerate(action.variants):
        yield ("variants", n, "when"), variant.when


def inside(condition: Condition, path: Path) -> Iterator[tuple[Path, Test]]:
    """A condition and all conditions in it, with the figures and the test over many that they name, in their places."""
    for at, test in walk(condition, path):
        yield at, test
        if isinstance(test, Gap):
            yield (*at, "gap", "high"), test.gap.high
            yield (*at, "gap", "low"), test.gap.low
        elif isinstance(test, CountOf) and isinstance(test.count_of, Each):
            yield (*at, "count_of"), test.count_of


def applicability(folder: Folder) -> dict[str, Placed]:
    """The condition of each question that does not always apply, by the key of the question."""
    return {_question_at(one): one for one in conditions_of(folder) if is_of_question(one.path)}


def is_of_question(path: Path) -> bool:
    """Whether a place in a file is that of, or in, the condition of a question; actions have one too."""
    return "applies_if" in path and "actions" not in path


def _question_at(placed: Placed) -> str:
    """The key of the question at which a condition stands: `context.ID`, or the full id of an indicator."""
    data = placed.part.document.data
    question = data[placed.path[0]][placed.path[1]]["id"]
    return f"{CONTEXT}{question}" if placed.path[0] == "context" else f"{data['id']}.{question}"


def repeats(keys: Iterable[Hashable]) -> Iterator[tuple[int, int]]:
    """The index of each key that stood in the list before, with the index at which it stood first."""
    first: dict[Hashable, int] = {}
    for n, key in enumerate(keys):
        if first.setdefault(key, n) != n:
            yield n, first[key]
