"""The headings of the source, each with its indicators."""

from __future__ import annotations

from mhscan.advice.actions import next_action
from mhscan.advice.result import Result
from mhscan.answers.model import Answer
from mhscan.base import Prose
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.pack.factor import Aspect, Factor
from mhscan.pack.pack import Place
from mhscan.reports.parts.answers import carried_words
from mhscan.reports.views.answers import EvidenceView, HeadingView, IndicatorView
from mhscan.reports.views.figures import FigureView
from mhscan.reports.wording import Wording
from mhscan.reports.words import figure_view
from mhscan.scoring.scores import IndicatorScore


def headings(result: Result, wording: Wording) -> tuple[HeadingView, ...]:
    """One part for each heading; aspects under the same heading stand together."""
    found = []
    phases = {phase.id: phase.title for phase in result.pack.model.phases}
    for factor in result.pack.factors:
        for title in dict.fromkeys(_title(aspect) for aspect in factor.aspects):
            members = [aspect for aspect in factor.aspects if _title(aspect) == title]
            found.append(_heading(result, wording, factor, members, phases.get(factor.phase or "", "")))
    return tuple(found)


def _title(aspect: Aspect) -> str:
    return aspect.section or aspect.title


def _heading(result: Result, wording: Wording, factor: Factor, aspects: list[Aspect], phase: str) -> HeadingView:
    ids = {aspect.id for aspect in aspects}
    own = [i for i in result.scores.indicators.values() if i.place.factor.id == factor.id and i.place.aspect.id in ids]
    unscored = [aspect.title for aspect in aspects if not aspect.scored]
    remark = _("{titles}: shown and advised on, not counted in a score.").format(titles=", ".join(unscored))
    return HeadingView(
        title=_title(aspects[0]),
        factor=factor.title,
        factor_id=factor.id,
        phase=phase,
        why=factor.why.text if factor.why else "",
        figures=tuple(_aspect_figure(result, factor, aspect) for aspect in aspects if aspect.scored),
        remark=remark if unscored else "",
        indicators=tuple(_indicator(result, wording, one) for one in own),
    )


def _aspect_figure(result: Result, factor: Factor, aspect: Aspect) -> FigureView:
    return figure_view(result.scores.aspects[f"{factor.id}/{aspect.id}"], aspect.title)


def _indicator(result: Result, wording: Wording, score: IndicatorScore) -> IndicatorView:
    place, one = score.place, score.place.indicator
    # An answer that does not exist has nothing beside it, just like one that was skipped.
    answer = wording.shown.assessment.answers.get(place.id) or Answer(state="skipped")
    action = next_action(score)
    label, _text = _level_words(result, wording, place, score.level)
    next_label, next_text = _level_words(result, wording, place, _next_level(score))
    does_not_apply = _("does not apply, given the other answers")
    return IndicatorView(
        id=place.id,
        title=one.title,
        question=wording.question(place.id),
        state=score.state,
        level=score.level,
        label=label,
        answer=does_not_apply if score.applies.value is False else wording.answer(place.id),
        why=one.why.text if one.why else "",
        strength=wording.strength(one.sources),
        next_label=next_label,
        next_text=next_text,
        action=action.title if action else "",
        carried=carried_words(result, answer),
        note=answer.note or "",
        reason=answer.reason or "" if answer.state == "not_applicable" else "",
        evidence=tuple(
            EvidenceView(each.title, date_words(each.date or ""), each.place or "") for each in answer.evidence
        ),
        sources=wording.claims((*one.sources, *_sources(one.why), *_sources(one.help))),
    )


def _sources(prose: Prose | None) -> tuple[str, ...]:
    return prose.sources if prose else ()


def _level_words(result: Result, wording: Wording, place: Place, level: int | None) -> tuple[str, str]:
    """What a level is called, and its sentence; nothing where there is no level."""
    return ("", "") if level is None else (result.pack.level_label(place, level), wording.level_text(place, level))


def _next_level(score: IndicatorScore) -> int | None:
    """The level above the one that was answered; nothing at the top or without an answer."""
    if score.level is None:
        return None
    higher = [one.level for one in score.place.indicator.levels if one.level > score.level]
    return min(higher, default=None)
