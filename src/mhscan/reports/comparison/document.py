"""A comparison as a document: its headings."""

from __future__ import annotations

from mhscan.language import _, speaking
from mhscan.reports.views.comparison import ComparisonView
from mhscan.reports.views.document import DocumentView, SectionView


def comparison_document(view: ComparisonView) -> DocumentView:
    """The headings of a comparison, in its language; those that have nothing under them are left out."""
    with speaking(view.language):
        sections = {
            "summary": (_("What changed"), True),
            "causes": (_("What else may explain a difference"), bool(view.whole.causes)),
            "figures": (_("The scores"), bool(view.whole.figures)),
            "indicators": (_("The answers"), True),
            "actions": (_("The actions of the plan"), bool(view.actions)),
            "steps": (_("From scan to scan"), len(view.pairs) > 1),
            "scans": (_("The scans"), True),
            "method": (_("How the comparison is made"), True),
        }
        return DocumentView(
            id="comparison",
            title=_("What changed"),
            about=_("Compares scans of one subject."),
            template="comparison",
            contents=True,
            draft=False,
            outward=False,
            sections=tuple(SectionView(key, key, title, ()) for key, (title, there) in sections.items() if there),
        )
