"""The same scores in the other groupings of the pack."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.reports.views.robustness import LensGroupView, LensView
from mhscan.reports.words import figure_view
from mhscan.scoring.rescoring import lens_figures


def lenses(result: Result) -> tuple[LensView, ...]:
    """Each lens with its groups."""
    if not result.pack.model.lenses:
        return ()
    figures = lens_figures(result.pack, result.scores)
    return tuple(
        LensView(
            lens.id,
            lens.title,
            lens.text.text,
            tuple(
                LensGroupView(
                    group.title,
                    figure_view(figures[f"{lens.id}/{group.id}"], group.title)
                    if f"{lens.id}/{group.id}" in figures
                    else None,
                    group.not_covered,
                )
                for group in lens.groups
            ),
        )
        for lens in result.pack.model.lenses
    )
