"""A condition in words, with what each part of it comes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mhscan.advice.result import Result
from mhscan.conditions import (
    All,
    AnyOf,
    Condition,
    ContextTest,
    CountOf,
    DaysAhead,
    Each,
    FigureRef,
    FigureTest,
    Gap,
    IndicatorTest,
    LevelTest,
    Not,
    ObservationTest,
    SubjectTest,
    ValueTest,
)
from mhscan.language import _, ngettext
from mhscan.pack.pack import Pack, label
from mhscan.reports.views.trace import TestTrace
from mhscan.reports.wording import ResultWording, state_words
from mhscan.reports.words import and_list, figure_view, whole
from mhscan.scoring.deciders import each_place
from mhscan.scoring.options import question_of
from mhscan.scoring.scores import Figure


def title_of(result: Result, name: str) -> str:
    """What a figure is called, by its name such as `phase ID`."""
    titles = {f"phase {phase.id}": phase.title for phase in result.pack.model.phases}
    for factor in result.pack.factors:
        titles[f"factor {factor.id}"] = factor.title
        titles |= {f"aspect {factor.id}/{aspect.id}": aspect.title for aspect in factor.aspects}
    return titles.get(name, _("Total"))


def score_words(figure: Figure, title: str) -> str:
    """A figure with its score, in a few words."""
    return f"{title}: {whole(figure.point) if figure.point is not None else figure_view(figure, '').words}"


def test_trace(result: Result, wording: ResultWording, condition: Condition) -> TestTrace:
    """A condition with what it comes to, and the conditions under it with theirs."""
    text, seen = _IN_WORDS[type(condition)](result, wording, condition)
    parts: list[Condition] = [part for _path, part in condition.children()]
    if isinstance(condition, CountOf) and isinstance(condition.count_of, Each):
        asked = condition.count_of.model_dump(exclude={"phase", "factor"}, exclude_none=True)
        parts = [IndicatorTest(indicator=place.id, **asked) for place in each_place(result.pack, condition.count_of)]
    outcome = result.scores.decide(condition).value
    return TestTrace(text, outcome, seen, tuple(test_trace(result, wording, part) for part in parts))


InWords = tuple[str, str]
"""What a condition asks, and the answer or the score that it sees."""


def _count(_result: Result, _wording: ResultWording, test: CountOf) -> InWords:
    return _("of these, {n} hold").format(n=_limits(test.at_least, test.at_most)), ""


def _limits(least: float | None, most: float | None) -> str:
    return _listed(
        "" if least is None else _("at least {n}").format(n=least),
        "" if most is None else _("at most {n}").format(n=most),
    )


def _listed(*words: str) -> str:
    return and_list(tuple(filter(None, words)))


def _state(test: LevelTest | ValueTest) -> str:
    if test.state is None:
        return ""
    return state_words(test.state) if test.state != "not_asked" else _("not asked")


def _indicator(result: Result, wording: ResultWording, test: IndicatorTest) -> InWords:
    limits = _limits(test.at_least, test.at_most)
    words = _listed(
        _("level {limits}").format(limits=limits) if limits else "",
        label(result.pack.model.carriers, test.carried),
        _state(test),
    )
    return f"{wording.title(test.indicator)}: {words}", wording.answer(test.indicator)


def _value(result: Result, wording: ResultWording, test: ValueTest) -> InWords:
    key = test.answer_keys()[0]
    question = result.pack.asked_by_type(key)
    choices: dict[Any, str] = {choice.value: choice.label for choice in question.choices()} if question else {}

    def named(value: object) -> str:
        """An option by its text; a number or yes and no by themselves."""
        return str(choices.get(value, value))

    words = _listed(
        "" if test.is_ is None else named(test.is_),
        "" if test.in_ is None else _("one of {values}").format(values=", ".join(map(named, test.in_))),
        "" if test.has is None else _("with {value}").format(value=named(test.has)),
        _limits(test.at_least, test.at_most),
        "" if test.above is None else _above(result.pack, wording, test.above),
        "" if test.ahead is None else _ahead(test.ahead),
        _state(test),
    )
    seen = wording.answer(key)
    if test.above is not None:
        other = f"{wording.title(test.above)}: {wording.answer(test.above)}"
        seen = f"{seen}; {other}"
    return f"{wording.title(key)}: {words}", seen


def _above(pack: Pack, wording: ResultWording, other: str) -> str:
    """That an answer is larger or later than another one."""
    is_date = question_of(pack, other).traits.order == "date"
    sentence = _("later than '{question}'") if is_date else _("more than '{question}'")
    return sentence.format(question=wording.title(other))


def _ahead(test: DaysAhead) -> str:
    """How a date lies to the date of the scan."""
    parts = [_after_scan(test.at_least, 1), _after_scan(test.at_most, -1)]
    return _listed(*parts)


def _after_scan(days: int | None, direction: int) -> str:
    """From so many days after the scan on, or (direction -1) up to then; below 0 it is before the scan."""
    if days is None:
        return ""
    if days == 0:
        return _("on the date of the scan or later") if direction > 0 else _("on the date of the scan or earlier")
    n, nearest = abs(days), days * direction > 0
    if days > 0:
        least = ngettext(
            "at least {n} day after the date of the scan", "at least {n} days after the date of the scan", n
        )
        most = ngettext("at most {n} day after the date of the scan", "at most {n} days after the date of the scan", n)
    else:
        least = ngettext(
            "at least {n} day before the date of the scan", "at least {n} days before the date of the scan", n
        )
        most = ngettext(
            "at most {n} day before the date of the scan", "at most {n} days before the date of the scan", n
        )
    return (least if nearest else most).format(n=n)


def _figure(result: Result, _wording: ResultWording, test: FigureTest) -> InWords:
    title = title_of(result, test.name)
    text = _("{title}: a score of {limits}").format(title=title, limits=_limits(test.at_least, test.at_most))
    return text, score_words(result.scores.figures[test.name], title)


def _gap(result: Result, _wording: ResultWording, test: Gap) -> InWords:
    gap = test.gap
    text = _("{high} lies at least {n} points above {low}, with ranges apart").format(
        high=title_of(result, gap.high.name), low=title_of(result, gap.low.name), n=gap.at_least
    )
    return text, "; ".join(_with_range(result, ref) for ref in (gap.high, gap.low))


def _with_range(result: Result, ref: FigureRef) -> str:
    figure = result.scores.figures[ref.name]
    words = score_words(figure, title_of(result, ref.name))
    return _("{words} (between {low} and {high})").format(words=words, low=whole(figure.low), high=whole(figure.high))


_IN_WORDS: dict[type, Callable[[Result, ResultWording, Any], InWords]] = {
    All: lambda *_given: (_("all of these hold"), ""),
    AnyOf: lambda *_given: (_("at least one of these holds"), ""),
    Not: lambda *_given: (_("this does not hold"), ""),
    CountOf: _count,
    IndicatorTest: _indicator,
    ContextTest: _value,
    SubjectTest: _value,
    ObservationTest: _value,
    FigureTest: _figure,
    Gap: _gap,
}
