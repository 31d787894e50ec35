"""The first half page: what the picture is, what to do first, which decision is asked."""

from __future__ import annotations

from mhscan.advice.open_answers import too_little_known
from mhscan.advice.result import Result
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.reports.parts.profile import why_not
from mhscan.reports.words import and_list, whole


def summary(result: Result) -> tuple[str, ...]:
    """The picture in a few sentences."""
    makers = (_position, _strong_and_weak, _known, _moments)
    return tuple(filter(None, (make(result) for make in makers)))


def _position(result: Result) -> str:
    place = result.profile
    if place is None:
        return ""
    titles = {phase.id: phase.title for phase in result.pack.model.phases}
    score = _("{title} {score} out of 100 ({band})")
    shown = and_list(
        tuple(
            score.format(
                title=titles[figure.id], score=whole(figure.point), band=figure.band.label if figure.band else ""
            )
            for figure in (place.x, place.y)
            if figure.point is not None
        )
    )
    scores = _("The scores are: {scores}.").format(scores=shown) if shown else ""
    if place.field is None:
        return f"{scores} {why_not(place, titles)}".strip()
    return f"{place.field.text or _('The picture is: {field}.').format(field=place.field.label)} {scores}"


def _strong_and_weak(result: Result) -> str:
    """The factors with the highest and the lowest score, if these differ."""
    points = [(factor.title, result.scores.factors[factor.id].point) for factor in result.pack.factors]
    known = [(title, point) for title, point in points if point is not None]
    if len({point for _title, point in known}) < 2:
        return ""
    high, low = max(point for _title, point in known), min(point for _title, point in known)
    strong, weak = (and_list(tuple(title for title, point in known if point == end)) for end in (high, low))
    text = _("The highest score is {high} out of 100: {strong}. The lowest score is {low} out of 100: {weak}.")
    return text.format(strong=strong, high=whole(high), weak=weak, low=whole(low))


def answered_of(result: Result) -> tuple[int, int]:
    """How many of the questions that count in a score are answered, and how many were asked."""
    coverage = result.scores.coverage
    return coverage.asked_answered, coverage.asked


def _known(result: Result) -> str:
    """How many of the questions are answered."""
    answered, asked = answered_of(result)
    if not asked or too_little_known(result):
        # Where too little is known, that is said before all else, with the same numbers.
        return ""
    if asked == 1:
        return _("The one question that counts is answered.") if answered else _("The one question is not answered.")
    if answered == asked:
        return _("All {asked} questions that count in a score are answered.").format(asked=asked)
    text = _("{answered} of the {asked} questions that count in a score are answered.")
    return text.format(answered=answered, asked=asked)


def _moments(result: Result) -> str:
    """The fixed moments that are still to come, with their dates."""
    assessment = result.assessment
    dated = ((moment.label, assessment.value(moment.date)) for moment in result.pack.model.moments if moment.date)
    coming = tuple(
        _("{moment} on {date}").format(moment=label, date=date_words(date))
        for label, date in dated
        if isinstance(date, str) and date >= assessment.date
    )
    return _("Still to come: {moments}.").format(moments=and_list(coming)) if coming else ""
