"""What the things of a pack were called before: what each name under `aliases` means now.

The names are those of an assessment and a plan: `FACTOR`, `FACTOR.ID`, `context.ID` and `subject.ID`. A name that
something has now is never an old one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from mhscan.base import CONTEXT, SUBJECT
from mhscan.pack.factor import Factor
from mhscan.pack.model import Model
from mhscan.questions.registry import Question

Names = dict[str, str]
"""An old name, and what it is called now."""


def factor_names(factors: Sequence[Factor]) -> Names:
    """The old ids of factors."""
    return _names((one.id, one.aliases) for one in factors)


def indicator_names(factors: Sequence[Factor]) -> Names:
    """The old full ids of indicators, also those that they had while their factor was called otherwise."""
    return _full_names(factors, {f"{f.id}.{one.id}": one.aliases for f in factors for one in f.indicators})


def action_names(factors: Sequence[Factor]) -> Names:
    """The old full ids of actions, also those that they had while their factor was called otherwise."""
    actions = ((f, action) for f in factors for one in f.indicators for action in one.actions)
    return _full_names(factors, {f"{f.id}.{action.id}": action.aliases for f, action in actions})


def question_names(model: Model) -> Names:
    """The old keys of context questions and of fields of the subject."""
    groups = ((CONTEXT, model.context), (SUBJECT, model.subject.fields))
    return _names(
        (prefix + one.id, [prefix + old for old in one.aliases]) for prefix, questions in groups for one in questions
    )


def option_names(question: Question) -> Names:
    """The old ids of the options of a question."""
    return _names((one.id, one.aliases) for one in question.offered)


def _full_names(factors: Sequence[Factor], aliases: dict[str, Sequence[str]]) -> Names:
    return _names((full, _with_factors(factors, (full, *old))) for full, old in aliases.items())


def _with_factors(factors: Sequence[Factor], names: Iterable[str]) -> list[str]:
    """Full ids, and the same under each name that their factor had."""
    before = {one.id: one.aliases for one in factors}
    parts = [(one, *one.split(".")) for one in names]
    return list(
        chain.from_iterable((full, *(f"{old}.{own}" for old in before.get(head, ()))) for full, head, own in parts)
    )


def _names(things: Iterable[tuple[str, Iterable[str]]]) -> Names:
    """What each old name is called now; of two things that claim one, the first has it."""
    found: Names = {}
    listed = [(now, tuple(old)) for now, old in things]
    for now, old in listed:
        found = dict.fromkeys(old, now) | found
    return {old: now for old, now in found.items() if old not in {one for one, _old in listed}}
