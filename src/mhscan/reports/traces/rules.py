"""The way to a rule: its condition in words, with what each part of it comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from mhscan.advice.result import Result
from mhscan.advice.rules import RuleResult
from mhscan.base import CONTEXT, SUBJECT
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
from mhscan.language import _, pgettext
from mhscan.pack.pack import label
from mhscan.reports.parts.warnings import seen_words
from mhscan.reports.traces.figures import answer_trace, score_words, title_of
from mhscan.reports.views.trace import RuleTrace, TestTrace
from mhscan.reports.wording import Said, state_words
from mhscan.reports.words import and_list, whole
from mhscan.scoring.deciders import each_place

OUTCOMES: dict[bool | None, Literal["fired", "silent", "undecided"]] = {
    True: "fired",
    False: "silent",
    None: "undecided",
}


def rule_trace(result: Result, said: Said, one: RuleResult) -> RuleTrace:
    """The way to a rule."""
    rule = one.rule
    return RuleTrace(
        id=rule.id,
        title=rule.title,
        kind=_("warning") if one.severity == "warning" else pgettext("kind of point to watch", "note"),
        outcome=OUTCOMES[one.outcome.value],
        text=seen_words(result, rule) if one.outcome.value else rule.text,
        why=rule.why.text if rule.why else "",
        test=test_trace(result, said, rule.when),
        mend=tuple(said.title(key) for key in rule.mend),
        answers=tuple(answer_trace(result, said, key) for key in one.looks_at),
        claims=said.claims(rule.sources),
    )


def test_trace(result: Result, said: Said, condition: Condition) -> TestTrace:
    """A condition with what it comes to."""
    text, seen, parts = _KINDS[type(condition)](result, said, condition)
    return TestTrace(text, result.scores.decide(condition).value, seen, parts)


Words = tuple[str, str, tuple[TestTrace, ...]]
"""What a condition asks, what it sees, and the conditions under it."""


def _all(result: Result, said: Said, one: All) -> Words:
    return _("all of these hold"), "", tuple(test_trace(result, said, part) for part in one.all)


def _any(result: Result, said: Said, one: AnyOf) -> Words:
    return _("at least one of these holds"), "", tuple(test_trace(result, said, part) for part in one.any)


def _not(result: Result, said: Said, one: Not) -> Words:
    return _("this does not hold"), "", (test_trace(result, said, one.not_),)


def _count(result: Result, said: Said, one: CountOf) -> Words:
    text = _("of these, {n} hold").format(n=_limits(one.at_least, one.at_most))
    if isinstance(one.count_of, Each):
        asked = one.count_of.model_dump(exclude={"phase", "factor"}, exclude_none=True)
        tests = [IndicatorTest(indicator=place.id, **asked) for place in each_place(result.pack, one.count_of)]
        return text, "", tuple(test_trace(result, said, test) for test in tests)
    return text, "", tuple(test_trace(result, said, part) for part in one.count_of)


def _limits(least: float | None, most: float | None) -> str:
    words = [_("at least {n}").format(n=least) if least is not None else ""]
    words.append(_("at most {n}").format(n=most) if most is not None else "")
    return and_list(tuple(word for word in words if word))


def _indicator(result: Result, said: Said, one: IndicatorTest) -> Words:
    return f"{said.title(one.indicator)}: {_level_words(result, one)}", said.answer(one.indicator), ()


def _level_words(result: Result, one: LevelTest) -> str:
    words = []
    if one.at_least is not None or one.at_most is not None:
        words.append(_("level {limits}").format(limits=_limits(one.at_least, one.at_most)))
    if one.carried is not None:
        words.append(label(result.pack.model.carriers, one.carried))
    if one.state is not None:
        words.append(state_words(one.state) if one.state != "not_asked" else _("not asked"))
    return and_list(tuple(words))


def _context(result: Result, said: Said, one: ContextTest) -> Words:
    return _value_words(result, said, one, CONTEXT + one.context)


def _subject(result: Result, said: Said, one: SubjectTest) -> Words:
    return _value_words(result, said, one, SUBJECT + one.subject)


def _value_words(result: Result, said: Said, one: ValueTest, key: str) -> Words:
    question = result.pack.context.get(key)

    def named(value: Any) -> str:
        """An option by its text; a number or yes and no by themselves."""
        choices = {choice.value: choice.label for choice in question.choices()} if question else {}
        return str(choices.get(value, value))

    words = []
    if one.is_ is not None:
        words.append(named(one.is_))
    if one.in_ is not None:
        words.append(_("one of {values}").format(values=", ".join(map(named, one.in_))))
    if one.has is not None:
        words.append(_("with {value}").format(value=named(one.has)))
    words.append(_limits(one.at_least, one.at_most))
    if one.state is not None:
        words.append(state_words(one.state) if one.state != "not_asked" else _("not asked"))
    return f"{said.title(key)}: {and_list(tuple(word for word in words if word))}", said.answer(key), ()


def _name(ref: FigureRef) -> str:
    return f"factor {ref.factor}" if ref.factor else f"phase {ref.phase}"


def _figure(result: Result, _said: Said, one: FigureTest) -> Words:
    title = title_of(result, _name(one))
    text = _("{title}: a score of {limits}").format(title=title, limits=_limits(one.at_least, one.at_most))
    return text, score_words(result.scores.figures[_name(one)], title), ()


def _gap(result: Result, _said: Said, one: Gap) -> Words:
    high, low = (title_of(result, _name(ref)) for ref in (one.gap.high, one.gap.low))
    text = _("{high} lies at least {n} points above {low}, with ranges apart").format(
        high=high, low=low, n=one.gap.at_least
    )
    seen = "; ".join(_with_range(result, ref) for ref in (one.gap.high, one.gap.low))
    return text, seen, ()


def _with_range(result: Result, ref: FigureRef) -> str:
    figure = result.scores.figures[_name(ref)]
    words = score_words(figure, title_of(result, _name(ref)))
    return _("{words} (between {low} and {high})").format(words=words, low=whole(figure.low), high=whole(figure.high))


_KINDS: dict[type, Callable[[Result, Said, Any], Words]] = {
    All: _all,
    AnyOf: _any,
    Not: _not,
    CountOf: _count,
    IndicatorTest: _indicator,
    ContextTest: _context,
    SubjectTest: _subject,
    FigureTest: _figure,
    Gap: _gap,
}
