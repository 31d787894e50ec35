"""The figures of a result as plain data."""

from __future__ import annotations

from fractions import Fraction

from mhscan.advice.result import Result
from mhscan.reports.data.shape import (
    BandDocument,
    CoverageDocument,
    FigureDocument,
    IndicatorDocument,
    LensDocument,
    LensGroupDocument,
)
from mhscan.scoring.rescoring import lens_figures
from mhscan.scoring.scores import Figure, IndicatorScore


def rounded(value: Fraction | None) -> float | None:
    """A score to two decimals; nothing where there is none."""
    return None if value is None else round(float(value), 2)


def _share(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), 4)


def figure_document(figure: Figure, title: str) -> FigureDocument:
    """The score of an aspect, factor or phase."""
    coverage = figure.coverage
    return FigureDocument(
        id=figure.id,
        title=title,
        score=rounded(figure.point),
        low=round(float(figure.low), 2),
        high=round(float(figure.high), 2),
        exact=figure.exact,
        status=figure.status,
        band=BandDocument(id=figure.band.id, label=figure.band.label) if figure.band else None,
        coverage=CoverageDocument(
            answered=coverage.answered,
            questionnaire=coverage.asked,
            model=coverage.model,
            share_of_questionnaire=_share(coverage.of_questionnaire),
            share_of_model=_share(coverage.of_model),
        ),
        counts=figure.counts,
    )


def indicator_document(result: Result, score: IndicatorScore) -> IndicatorDocument:
    """The score of an indicator."""
    place, level = score.place, score.level
    return IndicatorDocument(
        id=place.id,
        title=place.indicator.title,
        state=score.state,
        applies=score.applies.value,
        asked=score.asked,
        level=level,
        label=result.pack.level_label(place, level) if level is not None else None,
        score=rounded(score.part.point),
        low=round(float(score.part.low), 2),
        high=round(float(score.part.high), 2),
        carried_by=score.fact.carried,
    )


def lens_documents(result: Result) -> tuple[LensDocument, ...]:
    """The scores in each other grouping of the indicators."""
    figures = lens_figures(result.pack, result.scores)
    return tuple(
        LensDocument(
            id=lens.id,
            title=lens.title,
            groups=tuple(
                LensGroupDocument(
                    id=group.id,
                    title=group.title,
                    figure=figure_document(figures[f"{lens.id}/{group.id}"], group.title)
                    if f"{lens.id}/{group.id}" in figures
                    else None,
                    not_covered=group.not_covered,
                )
                for group in lens.groups
            ),
        )
        for lens in result.pack.model.lenses
    )
