"""The first half page: what the picture is, what to do first, which decision is asked."""

from __future__ import annotations

from fractions import Fraction

from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _, ngettext
from mhscan.reports.parts.profile import why_not
from mhscan.reports.words import and_list, whole
from mhscan.scoring.scores import Figure


def summary(result: Result) -> tuple[str, ...]:
    """The picture in a few sentences."""
    return tuple(
        sentence
        for sentence in (_position(result), _strong_and_weak(result), _warned(result), _known(result), _moments(result))
        if sentence
    )


def _position(result: Result) -> str:
    place = result.profile
    if place is None:
        return ""
    titles = {phase.id: phase.title for phase in result.pack.model.phases}
    scores = and_list(
        tuple(
            _("{title} {score} out of 100 ({band})").format(
                title=titles[figure.id], score=whole(figure.point), band=figure.band.label if figure.band else ""
            )
            for figure in (place.x, place.y)
            if figure.point is not None
        )
    )
    if place.field is None:
        said = why_not(place, titles)
        return " ".join(filter(None, (_("The scores are: {scores}.").format(scores=scores) if scores else "", said)))
    said = place.field.text or _("The picture is: {field}.").format(field=place.field.label)
    return f"{said} {_('The scores are: {scores}.').format(scores=scores)}"


def _strong_and_weak(result: Result) -> str:
    """The factors with the highest and the lowest score, if these differ."""
    shown = [(f, result.scores.factors[f.id].point) for f in result.pack.factors]
    known: list[tuple[str, Fraction]] = [(f.title, point) for f, point in shown if point is not None]
    if len({point for _title, point in known}) < 2:
        return ""
    high, low = max(point for _title, point in known), min(point for _title, point in known)
    strong = and_list(tuple(title for title, point in known if point == high))
    weak = and_list(tuple(title for title, point in known if point == low))
    said = _("The highest score is {high} out of 100: {strong}. The lowest score is {low} out of 100: {weak}.")
    return said.format(strong=strong, high=whole(high), weak=weak, low=whole(low))


def _warned(result: Result) -> str:
    fired = sum(one.outcome.value is True for one in result.rules)
    if not fired:
        return ""
    return ngettext("There is {n} point to watch.", "There are {n} points to watch.", fired).format(n=fired)


def answered_of(result: Result) -> tuple[int, int]:
    """How many of the questions that count in a score are answered, and how many were asked."""
    figures: list[Figure] = list(result.scores.factors.values())
    return sum(one.coverage.asked_answered for one in figures), sum(one.coverage.asked for one in figures)


def _known(result: Result) -> str:
    """How many of the questions are answered."""
    answered, asked = answered_of(result)
    if not asked:
        return ""
    if asked == 1:
        return _("The one question that counts is answered.") if answered else _("The one question is not answered.")
    if answered == asked:
        return _("All {asked} questions that count in a score are answered.").format(asked=asked)
    return _("{answered} of the {asked} questions that count in a score are answered.").format(
        answered=answered, asked=asked
    )


def _moments(result: Result) -> str:
    """The fixed moments that are still to come, with their dates."""
    assessment = result.assessment
    dated = ((one.label, assessment.value(one.date)) for one in result.pack.model.moments if one.date)
    coming = tuple(
        _("{moment} on {date}").format(moment=label, date=date_words(date))
        for label, date in dated
        if isinstance(date, str) and date >= assessment.date
    )
    return _("Still to come: {moments}.").format(moments=and_list(coming)) if coming else ""
