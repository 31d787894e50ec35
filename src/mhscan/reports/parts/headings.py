"""The headings of the source, each with its indicators."""

from __future__ import annotations

from dataclasses import replace

from mhscan.advice.result import Result
from mhscan.answers.model import Answer
from mhscan.base import Prose
from mhscan.dates import date_words
from mhscan.language import _
from mhscan.pack.factor import Aspect, Factor
from mhscan.pack.pack import Place
from mhscan.reports.observed_words import observed_words
from mhscan.reports.parts.answers import carried_words
from mhscan.reports.parts.statements import Statements
from mhscan.reports.views.answers import EvidenceView, HeadingView, IndicatorView
from mhscan.reports.wording import ResultWording
from mhscan.reports.words import figure_view
from mhscan.scoring.scores import IndicatorScore


def headings(result: Result, wording: ResultWording) -> tuple[HeadingView, ...]:
    """One part for each heading; aspects under the same heading stand together."""
    statements = Statements(wording)
    phases = {phase.id: phase.title for phase in result.pack.model.phases}
    parts = []
    for factor in result.pack.factors:
        by_title: dict[str, list[Aspect]] = {}
        for aspect in factor.aspects:
            by_title.setdefault(aspect.section or aspect.title, []).append(aspect)
        phase = phases.get(factor.phase or "", "")
        parts += [_heading(result, wording, factor, title, phase, aspects) for title, aspects in by_title.items()]
    return tuple(replace(part, indicators=statements.once(part.indicators)) for part in parts)


def _heading(
    result: Result, wording: ResultWording, factor: Factor, title: str, phase: str, aspects: list[Aspect]
) -> HeadingView:
    scores, ids = result.scores, {(factor.id, aspect.id) for aspect in aspects}
    unscored = [aspect.title for aspect in aspects if not aspect.scored]
    remark = _("{titles}: shown and advised on, not counted in a score.").format(titles=", ".join(unscored))
    return HeadingView(
        title=title,
        factor=factor.title,
        factor_id=factor.id,
        phase=phase,
        why=factor.why.text if factor.why else "",
        figures=tuple(
            figure_view(scores.aspects[f"{factor.id}/{aspect.id}"], aspect.title) for aspect in aspects if aspect.scored
        ),
        remark=remark if unscored else "",
        indicators=tuple(
            _indicator(result, wording, score)
            for score in scores.indicators.values()
            if (score.place.factor.id, score.place.aspect.id) in ids
        ),
    )


def _indicator(result: Result, wording: ResultWording, score: IndicatorScore) -> IndicatorView:
    place, indicator = score.place, score.place.indicator
    # An answer that does not exist has nothing beside it, just like one that was skipped.
    answer = wording.shown.assessment.answers.get(place.id) or Answer(state="skipped")
    advised = next((one for one in result.actions if one.place.id == place.id), None)
    label, _text = _level_words(result, wording, place, score.level)
    next_label, next_text = _level_words(result, wording, place, _next_level(score))
    does_not_apply = _("does not apply, given the other answers")
    return IndicatorView(
        id=place.id,
        title=indicator.title,
        question=wording.question(place.id),
        state=score.state,
        level=score.level,
        label=label,
        answer=does_not_apply if score.applies.value is False else wording.answer(place.id),
        why=indicator.why.text if indicator.why else "",
        strength=wording.strength(indicator.sources),
        next_label=next_label,
        next_text=next_text,
        action=advised.action.title if advised else "",
        carried=carried_words(result, answer),
        note=answer.note or "",
        reason=wording.reason(answer),
        evidence=tuple(
            EvidenceView(each.title, date_words(each.date or ""), each.place or "") for each in answer.evidence
        ),
        sources=wording.claims((*indicator.sources, *_sources(indicator.why), *_sources(indicator.help))),
        observed=_observed(result, score),
        look_again=look_again() if score.fact.is_undecided else "",
    )


def look_again() -> str:
    """What to say of a level that was given while its facts are open."""
    return _("This level was given as a whole. Look again: answer the facts under it.")


def _observed(result: Result, score: IndicatorScore) -> tuple[str, ...]:
    """What was observed, as sentences; none where nothing was, or the question does not apply."""
    asked = any(result.facts.get(key).state != "not_asked" for key in score.place.observations)
    if score.state == "not_applicable" or not asked:
        return ()
    return observed_words(result.pack, score.place, result.facts).sentences()


def _sources(prose: Prose | None) -> tuple[str, ...]:
    return prose.sources if prose else ()


def _level_words(result: Result, wording: ResultWording, place: Place, level: int | None) -> tuple[str, str]:
    """What a level is called, and its sentence; nothing where there is no level."""
    return ("", "") if level is None else (result.pack.level_label(place, level), wording.level_text(place, level))


def _next_level(score: IndicatorScore) -> int | None:
    """The level above the one that was answered; nothing at the top or without an answer."""
    if score.level is None:
        return None
    return min((each.level for each in score.place.indicator.levels if each.level > score.level), default=None)
