"""Which open answers decide most: what to find out first where too little is known to advise.

Each open answer is filled in by itself with every answer that makes a difference, and all else stays open. What then
becomes certain is what it decides: points of the leading figures, points to watch, whether other questions apply. What
the first actions wait for counts too, and how early the order of the advice looks at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from mhscan.advice.result import Result, asked_of
from mhscan.advice.rules import RuleResult
from mhscan.base import card_of
from mhscan.conditions import keys_of
from mhscan.pack.pack import Pack
from mhscan.scoring.deciders import Test, deciders_of, each_test
from mhscan.scoring.facts import Fact
from mhscan.scoring.means import exact
from mhscan.scoring.options import TangledError, groups, question_of
from mhscan.scoring.rescoring import rescore
from mhscan.scoring.scores import Scores
from mhscan.scoring.trees import headline_figures

LEAST, MOST = 3, 5
"""At least and at most so many open answers are named first, where there are that many."""


@dataclass(frozen=True)
class OpenAnswer:
    """An open answer with all that it can decide by itself.

    `points` says by how many points, 0-100, it makes the range of a leading figure narrower, on average over its
    answers, by the name of the figure. `rules` are ids of rules, `questions` keys of questions, `actions` full ids of
    actions. `turn` is 1 for what the first priority of the pack looks at, less for each later one, 0 for none.
    """

    key: str
    points: dict[str, Fraction]
    rules: tuple[str, ...]
    questions: tuple[str, ...]
    actions: tuple[str, ...]
    turn: Fraction

    @property
    def measures(self) -> tuple[Fraction, ...]:
        """How much it decides of each kind: points, points to watch, other questions, first actions, the order."""
        counts = (len(self.rules), len(self.questions), len(self.actions))
        return tuple(map(Fraction, (sum(self.points.values()), *counts, self.turn)))


def too_little_known(result: Result) -> bool:
    """Whether a smaller share of the questions that count in a score is answered than the pack asks for."""
    share = result.scores.coverage.of_questionnaire
    return share is not None and share < exact(result.pack.model.coverage.minimum)


def find_out_first(result: Result) -> tuple[OpenAnswer, ...]:
    """The three to five open answers that decide most; more than three only of those that decide half of the first."""
    ranked = _ranked(open_answers(result))
    return tuple(one for n, (one, weight) in enumerate(ranked[:MOST]) if n < LEAST or 2 * weight >= ranked[0][1])


def open_answers(result: Result) -> tuple[OpenAnswer, ...]:
    """Every open answer that can decide something, in the order of the model."""
    undecided = [rule for rule in result.rules if rule.outcome.value is None]
    found = (_open_answer(result, key, undecided) for key in _open_keys(result))
    return tuple(one for one in found if any(one.measures))


def _ranked(answers: Sequence[OpenAnswer]) -> list[tuple[OpenAnswer, Fraction]]:
    """Open answers by what they decide: of each kind as a share of the most that one of them decides, added up."""
    most = [max(kind) for kind in zip(*(one.measures for one in answers), strict=True)]
    weighed = [
        (one, Fraction(sum(part / top for part, top in zip(one.measures, most, strict=True) if top))) for one in answers
    ]
    return sorted(weighed, key=lambda pair: -pair[1])


def _open_keys(result: Result) -> Iterator[str]:
    """What was asked and nobody answered yet, as far as it may apply and may be seen."""
    pack = result.pack
    asked = asked_of(pack, result.assessment)
    if pack.questionnaire(result.assessment.questionnaire) is None:
        asked |= pack.context.keys()
    for key in (*pack.context, *pack.places):
        if key in asked - result.suppressed.keys and _is_open(result, key):
            yield key


def _is_open(result: Result, key: str) -> bool:
    may_apply = _applies(result.scores, key) is not False
    return may_apply and result.facts.get(key).state not in ("answered", "not_applicable")


def _open_answer(result: Result, key: str, undecided: Sequence[RuleResult]) -> OpenAnswer:
    """What an open answer can decide; perhaps nothing."""
    looking = [one for one in undecided if key in one.outcome.open]
    tries = [
        rescore(result.pack, result.facts.having(key, fact), result.scores, key)
        for fact in _answers(result, key, looking)
    ]
    points = {name: _points(result.scores, tries, name) for name in headline_figures(result.pack)}
    first = result.actions[: result.pack.model.advice.shown]
    return OpenAnswer(
        key,
        {name: narrower for name, narrower in points.items() if narrower},
        tuple(one.rule.id for one in looking if any(_decides(then, one) for then in tries)),
        tuple(one for one in _undecided_questions(result, key) if any(_is_settled(then, one) for then in tries)),
        tuple(
            one.id for one in first if any(why.kind == "waits_for_answer" and key in why.about for why in one.reasons)
        ),
        _turn(result.pack, key),
    )


def _turn(pack: Pack, key: str) -> Fraction:
    """How early the order of the advice looks at a question, 0-1."""
    priorities = pack.model.advice.priorities
    for n, priority in enumerate(priorities):
        keys = keys_of(priority.when) if priority.when else ()
        if key in (*priority.indicators, *map(card_of, keys)):
            return 1 - Fraction(n, len(priorities))
    return Fraction(0)


def _answers(result: Result, key: str, looking: Sequence[RuleResult]) -> list[Fact]:
    """The answers that make a difference: of those that no condition tells apart the lowest and the highest."""
    pack, fact = result.pack, result.facts.get(key)
    tests: list[Test] = [*deciders_of(pack).tests.get(key, ())]
    tests += [test for rule in looking for one, test in each_test(pack, rule.rule.when) if one == key]
    try:
        found = groups(pack, key, replace(fact, state="not_asked"), tests)
    except TangledError:
        return [Fact("answered", value, fact.carried) for value in question_of(pack, key).examples()]
    ends = dict.fromkeys(end for group in found for end in (group.lowest, group.highest))
    return [end for end in ends if end.state == "answered"]


def _decides(scores: Scores, rule: RuleResult) -> bool:
    """Whether a rule is decided, looked at part by part: that is sound, and far quicker than every way there is."""
    return scores.conditions.evaluate(rule.rule.when).value is not None


def _points(now: Scores, tries: Sequence[Scores], name: str) -> Fraction:
    """By how many points the range of a figure becomes narrower, on average over these answers."""
    width = _width(now, name)
    return Fraction(sum(width - _width(then, name) for then in tries)) / (len(tries) or 1)


def _width(scores: Scores, name: str) -> Fraction:
    figure = scores.figures[name]
    return figure.high - figure.low


def _undecided_questions(result: Result, key: str) -> list[str]:
    """The other questions that were asked, of which this answer may decide whether they apply."""
    after = deciders_of(result.pack).after(key) - {key}
    return [one for one in _open_keys(result) if one in after and not _is_settled(result.scores, one)]


def _is_settled(scores: Scores, key: str) -> bool:
    """Whether it is certain that a question applies, or that it does not."""
    return _applies(scores, key) is not None


def _applies(scores: Scores, key: str) -> bool | None:
    """Whether a question applies; of an indicator every way to complete the answers was tried."""
    found = scores.indicators[key].applies if key in scores.indicators else scores.conditions.applies(key)
    return found.value
