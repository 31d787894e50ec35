"""Full assessments of the second pack, with a marker in every field that the public may not see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mhscan.advice.result import Result
from mhscan.answers.model import Answer, ArchivedAnswer, CarriedBy, Evidence, Respondent
from mhscan.reports.formats.documents import registry
from mhscan.reports.formats.registry import render
from mhscan.reports.redaction import redact
from mhscan.reports.rendering.folders import TemplateFolders
from mhscan.reports.wording import ResultWording

SECRETS = {
    "note": "SECRET-NOTE",
    "reason": "SECRET-REASON",
    "unknown reason": "SECRET-CAUSE",
    "evidence": "SECRET-PROOF",
    "place": "SECRET-PLACE",
    "free text": "SECRET-TEXT",
    "said": "SECRET-SAID",
    "respondent": "SECRET-RESPONDENT",
    "archived": "SECRET-ARCHIVED",
    "left out": "SECRET-MISFIT",
    "no question": "SECRET-ORPHAN",
    "time": "2026-04-30T23:59",
}
FULL: dict[str, Any] = {
    "context.lead": "volunteer",
    "context.users": ("wheelchair", "sight"),
    "context.steps": True,
    "context.visitors": Answer(state="answered", value=2, said=SECRETS["said"], note=SECRETS["note"]),
    "context.inspection": "2026-06-01",
    "context.remark": Answer(state="answered", value=SECRETS["free text"], said=SECRETS["free text"]),
    "ashore.slope": Answer(
        state="answered",
        value=1,
        said=SECRETS["said"],
        note=SECRETS["note"],
        evidence=(Evidence(title=SECRETS["evidence"], date="2025-12-31", place=SECRETS["place"]),),
        at=f"{SECRETS['time']}:00+02:00",
    ),
    "ashore.lift": 3,
    "ashore.lift-check": 2,
    "ashore.lift-spare": 1,
    "ashore.contrast": 0,
    "ashore.sound": Answer(state="unknown", reason=SECRETS["unknown reason"], note=SECRETS["note"]),
    "ashore.toilet": 0,
    "ashore.seats": Answer(state="not_applicable", reason=SECRETS["reason"]),
    "afloat.ramp": 0,
    "afloat.hoist": Answer(state="answered", value=2, carried_by=CarriedBy(kind="district", name="Treaty of Piers")),
    "afloat.gangway": Answer(state="skipped", note=SECRETS["note"]),
    "afloat.rescue": 1,
    "afloat.vests": 2,
    "afloat.drill": 1,
    "afloat.asked": 1,
    "afloat.complaints": SECRETS["left out"],
    "people.lead": 1,
    "people.course": 2,
    "people.gone": SECRETS["no question"],
}
ARCHIVED = {
    "people.old": ArchivedAnswer(
        question="An old question?", answer=Answer(state="answered", value=SECRETS["archived"])
    )
}


@pytest.fixture
def secrets() -> dict[str, str]:
    """What the public may not see, by what it is."""
    return SECRETS


@pytest.fixture
def full() -> dict[str, Any]:
    """Answers to all questions of the second pack, in every state, with markers."""
    return dict(FULL)


@pytest.fixture
def full_result(english_pack, judge) -> Result:
    """What the full answers come to."""
    return judge(
        english_pack,
        FULL,
        subject={"code": "HB012", "berths": 60},
        respondent=Respondent(id=SECRETS["respondent"], role="treasurer"),
        archived=ARCHIVED,
    )


@pytest.fixture
def said_of() -> Callable[..., ResultWording]:
    """The words of a result for an audience."""

    def make(result: Result, audience: Any = "public") -> ResultWording:
        questionnaire = result.pack.questionnaire(result.assessment.questionnaire)
        return ResultWording(result.pack, redact(result.pack, result.assessment, audience), questionnaire)

    return make


@pytest.fixture
def pack_folder() -> Path:
    """A folder without templates of its own: the shipped ones serve."""
    return Path(__file__).resolve().parents[2] / "packs" / "harbour"


@pytest.fixture
def made(pack_folder: Path) -> Callable[..., str]:
    """Renders a view as a document, with the shipped templates unless told otherwise."""

    def make(
        view: Any, output_format: str, document: str = "", pack: Path = pack_folder, own: Path | None = None
    ) -> str:
        folders = TemplateFolders(pack, own)
        known = registry(folders)
        return render(folders, view, known.view(document or known.default, view.language), output_format)

    return make
