"""The figures of a result as data."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.reports.data.shape import (
    BandDocument,
    CoverageDocument,
    FigureDocument,
    IndicatorDocument,
    LensDocument,
    LensGroupDocument,
)
from mhscan.reports.parts.lenses import lens_groups
from mhscan.reports.words import rounded
from mhscan.scoring.scores import Figure, IndicatorScore


def band_document(figure: Figure) -> BandDocument | None:
    """The band of a figure, if it has one."""
    return BandDocument(figure.band.id, figure.band.label) if figure.band else None


def figure_document(figure: Figure, title: str) -> FigureDocument:
    """The score of an aspect, factor or phase."""
    coverage = figure.coverage
    return FigureDocument(
        id=figure.id,
        title=title,
        score=rounded(figure.point),
        low=rounded(figure.low),
        high=rounded(figure.high),
        exact=figure.exact,
        status=figure.status,
        band=band_document(figure),
        coverage=CoverageDocument(
            answered=coverage.answered,
            questionnaire=coverage.asked,
            model=coverage.model,
            share_of_questionnaire=rounded(coverage.of_questionnaire, 4),
            share_of_model=rounded(coverage.of_model, 4),
        ),
        counts=figure.counts,
    )


def indicator_document(result: Result, score: IndicatorScore) -> IndicatorDocument:
    """The score of an indicator."""
    place, level, part = score.place, score.level, score.part
    return IndicatorDocument(
        id=place.id,
        title=place.indicator.title,
        state=score.state,
        applies=score.applies.value,
        asked=score.asked,
        level=level,
        label=result.pack.level_label(place, level) if level is not None else None,
        score=rounded(part.point),
        low=rounded(part.low),
        high=rounded(part.high),
        carried_by=score.fact.carried,
        possible=tuple(one.level for one in place.indicator.levels if score.fact.may_be(one.level)),
        look_again=score.fact.is_undecided,
    )


def lens_documents(result: Result) -> tuple[LensDocument, ...]:
    """The scores in each other grouping of the indicators."""
    return tuple(
        LensDocument(
            lens.id,
            lens.title,
            tuple(
                LensGroupDocument(
                    group.id,
                    group.title,
                    figure_document(figure, group.title) if figure else None,
                    group.not_covered,
                )
                for group, figure in groups
            ),
        )
        for lens, groups in lens_groups(result)
    )
