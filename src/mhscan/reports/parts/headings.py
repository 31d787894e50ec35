"""The headings of the source, each with its indicators."""

from __future__ import annotations

from mhscan.advice.actions import next_action
from mhscan.advice.result import Result
from mhscan.language import _
from mhscan.pack.factor import Aspect, Factor
from mhscan.reports.parts.answers import carried_words
from mhscan.reports.said import Said
from mhscan.reports.view import EvidenceView, FigureView, HeadingView, IndicatorView
from mhscan.reports.words import date_words, figure_view
from mhscan.scoring.scores import IndicatorScore


def headings(result: Result, said: Said) -> tuple[HeadingView, ...]:
    """One part for each heading; aspects under the same heading stand together."""
    found = []
    phases = {phase.id: phase.title for phase in result.pack.model.phases}
    for factor in result.pack.factors:
        for title in dict.fromkeys(_title(aspect) for aspect in factor.aspects):
            members = [aspect for aspect in factor.aspects if _title(aspect) == title]
            found.append(_heading(result, said, factor, members, phases.get(factor.phase or "", "")))
    return tuple(found)


def _title(aspect: Aspect) -> str:
    return aspect.section or aspect.title


def _heading(result: Result, said: Said, factor: Factor, aspects: list[Aspect], phase: str) -> HeadingView:
    ids = {aspect.id for aspect in aspects}
    own = [i for i in result.scores.indicators.values() if i.place.factor.id == factor.id and i.place.aspect.id in ids]
    unscored = [aspect.title for aspect in aspects if not aspect.scored]
    remark = _("{titles}: shown and advised on, not counted in a score.").format(titles=", ".join(unscored))
    return HeadingView(
        title=_title(aspects[0]),
        factor=factor.title,
        phase=phase,
        why=factor.why.text if factor.why else "",
        figures=tuple(_aspect_figure(result, factor, aspect) for aspect in aspects if aspect.scored),
        remark=remark if unscored else "",
        indicators=tuple(_indicator(result, said, one) for one in own),
    )


def _aspect_figure(result: Result, factor: Factor, aspect: Aspect) -> FigureView:
    return figure_view(result.scores.aspects[f"{factor.id}/{aspect.id}"], aspect.title)


def _indicator(result: Result, said: Said, score: IndicatorScore) -> IndicatorView:
    place, key = score.place, score.place.id
    answer = said.shown.assessment.answers.get(key)
    level, action = score.level, next_action(score)
    next_level = _next_level(score)
    by_condition = score.applies.value is False
    why_sources = place.indicator.why.sources if place.indicator.why else ()
    help_sources = place.indicator.help.sources if place.indicator.help else ()
    return IndicatorView(
        id=key,
        title=place.indicator.title,
        question=said.question(key),
        state=score.state,
        level=level,
        label=result.pack.level_label(place, level) if level is not None else "",
        answer=_("does not apply, given the other answers") if by_condition else said.answer(key),
        why=place.indicator.why.text if place.indicator.why else "",
        strength=said.strength(place.indicator.sources),
        next_label=result.pack.level_label(place, next_level) if next_level is not None else "",
        next_text=said.level_text(place, next_level) if next_level is not None else "",
        action=action.title if action else "",
        carried=carried_words(result, answer.carried_by.kind, answer.carried_by.name)
        if answer and answer.carried_by
        else "",
        note=(answer.note or "") if answer else "",
        reason=(answer.reason or "") if answer and answer.state == "not_applicable" else "",
        evidence=tuple(
            EvidenceView(one.title, date_words(one.date) if one.date else "", one.place or "")
            for one in (answer.evidence if answer else ())
        ),
        sources=said.claims((*place.indicator.sources, *why_sources, *help_sources)),
    )


def _next_level(score: IndicatorScore) -> int | None:
    """The level above the one that was answered; nothing at the top or without an answer."""
    if score.level is None:
        return None
    higher = [one.level for one in score.place.indicator.levels if one.level > score.level]
    return min(higher, default=None)
