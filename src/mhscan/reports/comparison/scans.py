"""A scan in a comparison, as a view."""

from __future__ import annotations

from mhscan.dates import date_words
from mhscan.pack.pack import Pack, label
from mhscan.reports.views.comparison import ScanView
from mhscan.trend.scans import ComparedScan


def scan_view(pack: Pack, scan: ComparedScan, internal: bool) -> ScanView:
    """One of the scans: when, by which questionnaire, and what became of its answers; who answered if `internal`."""
    assessment, carried = scan.assessment, scan.now.assessment.answers
    derived = sum(bool(answer.derived_from) for answer in carried.values())
    return ScanView(
        date=assessment.date,
        date_words=date_words(assessment.date),
        questionnaire=questionnaire_title(pack, scan),
        kind=assessment.kind,
        final=assessment.status == "final",
        version=assessment.pack.version,
        pack_at_hand=scan.own is not None,
        carried_over=len(carried) - derived,
        derived=derived,
        archived=len(scan.moved.assessment.archived) - len(assessment.archived),
        role=label(pack.model.roles, assessment.respondent.role) if internal else "",
    )


def questionnaire_title(pack: Pack, scan: ComparedScan) -> str:
    """The title of the questionnaire of a scan; its id where the pack does not have it any more."""
    questionnaire = pack.questionnaire(scan.now.assessment.questionnaire)
    return questionnaire.title if questionnaire else scan.now.assessment.questionnaire
