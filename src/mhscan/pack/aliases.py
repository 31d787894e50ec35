"""What the things of a pack were called before: what each name under `aliases` means now.

The names are those of an assessment and a plan: `FACTOR`, `FACTOR.ID`, `context.ID` and `subject.ID`. A name that
something has now is never an old one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from mhscan.base import CONTEXT, SUBJECT
from mhscan.pack.factor import Action, Factor, Indicator
from mhscan.pack.model import Model
from mhscan.pack.observation import Observation
from mhscan.questions.registry import Question

Names = dict[str, str]
"""An old name, and what it is called now."""


def factor_names(factors: Sequence[Factor]) -> Names:
    """The old ids of factors."""
    return _names((one.id, one.aliases) for one in factors)


def question_names(model: Model) -> Names:
    """The old keys of context questions and of fields of the subject."""
    groups = ((CONTEXT, model.context), (SUBJECT, model.subject.fields))
    return _names(
        (prefix + one.id, [prefix + old for old in one.aliases]) for prefix, questions in groups for one in questions
    )


def option_names(question: Question) -> Names:
    """The old ids of the options of a question."""
    return _names((one.id, one.aliases) for one in question.offered)


def full_names(factors: Sequence[Factor], things: Callable[[Factor], Iterable[Indicator | Action]]) -> Names:
    """The old full ids of things in factors, also those that they had while their factor was called otherwise."""
    factors_before = {one.id: one.aliases for one in factors}

    def old(full: str, aliases: Sequence[str]) -> Iterator[str]:
        for name in (full, *aliases):
            head, _dot, own = name.partition(".")
            yield name
            yield from (f"{before}.{own}" for before in factors_before.get(head, ()))

    listed = [(f"{factor.id}.{one.id}", one.aliases) for factor in factors for one in things(factor)]
    return _names((full, old(full, aliases)) for full, aliases in listed)


def observation_names(facts: Mapping[str, Mapping[str, Observation]], indicators: Names) -> Names:
    """The old full ids of observations, also those that they had while their indicator was called otherwise.

    `facts` has the observations of each indicator by their full ids, `indicators` the old names of indicators.
    """
    before: dict[str, list[str]] = {}
    for old, now in indicators.items():
        before.setdefault(now, []).append(old)
    return _names(
        (key, [f"{name}.{own}" for name in (full, *before.get(full, ())) for own in (one.id, *one.aliases)])
        for full, observations in facts.items()
        for key, one in observations.items()
    )


def _names(things: Iterable[tuple[str, Iterable[str]]]) -> Names:
    """What each old name is called now; of two things that claim one, the first has it."""
    listed = [(now, tuple(old)) for now, old in things]
    present = {now for now, _old in listed}
    return {old: now for now, names in reversed(listed) for old in names if old not in present}
