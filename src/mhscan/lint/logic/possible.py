"""What can be asked of an answer or a score, in words: for whoever asked something else."""

from __future__ import annotations

from mhscan.conditions import (
    ContextTest,
    CountOf,
    Each,
    FigureTest,
    Gap,
    IndicatorTest,
    ObservationTest,
    SubjectTest,
    ValueTest,
)
from mhscan.integrity.walk import Test
from mhscan.language import _, ngettext
from mhscan.lint.logic.solver import counted
from mhscan.loading.near import possible
from mhscan.pack.pack import Pack
from mhscan.questions.registry import Question


def what_is_possible(pack: Pack, test: Test) -> str:
    """What a test can ask, as a hint; empty where that cannot be said in a line."""
    if isinstance(test, IndicatorTest) and test.indicator in pack.places:
        return _levels([level.level for level in pack.places[test.indicator].indicator.levels])
    if isinstance(test, Each):
        places = [one for one in pack.places.values() if test.phase in (None, one.factor.phase)]
        return _levels(sorted({level.level for one in places for level in one.indicator.levels}))
    if isinstance(test, ContextTest | SubjectTest | ObservationTest):
        question = pack.asked_by_type(test.answer_keys()[0])
        return _of_question(question, test) if question else ""
    if isinstance(test, FigureTest | Gap):
        return _("A score lies between 0 and 100; a band can keep it from being that low or high.")
    if isinstance(test, CountOf):
        n = counted(pack, test)
        return ngettext("{n} condition is counted here.", "{n} conditions are counted here.", n).format(n=n)
    return ""


def _levels(levels: list[int]) -> str:
    return _("Its levels are {numbers}.").format(numbers=", ".join(map(str, levels)))


def _of_question(question: Question, test: ValueTest) -> str:
    sentence, ids = question.hint_for(test)
    return " ".join(one for one in (sentence, possible(ids) if ids else "") if one)
