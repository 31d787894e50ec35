"""The same scores in the other groupings of the pack."""

from __future__ import annotations

from mhscan.advice.result import Result
from mhscan.pack.report_texts import Lens, LensGroup
from mhscan.reports.views.robustness import LensGroupView, LensView
from mhscan.reports.words import figure_view
from mhscan.scoring.rescoring import lens_figures
from mhscan.scoring.scores import Figure


def lens_groups(result: Result) -> list[tuple[Lens, list[tuple[LensGroup, Figure | None]]]]:
    """Each lens with its groups and their figures; nothing for a group in which the scan asks nothing."""
    if not result.pack.model.lenses:
        return []
    figures = lens_figures(result.pack, result.scores)
    return [
        (lens, [(group, figures.get(f"{lens.id}/{group.id}")) for group in lens.groups])
        for lens in result.pack.model.lenses
    ]


def lenses(result: Result) -> tuple[LensView, ...]:
    """Each lens with its groups."""
    return tuple(
        LensView(lens.id, lens.title, lens.text.text, tuple(_group(group, figure) for group, figure in groups))
        for lens, groups in lens_groups(result)
    )


def _group(group: LensGroup, figure: Figure | None) -> LensGroupView:
    return LensGroupView(group.title, figure_view(figure, group.title) if figure else None, group.not_covered)
