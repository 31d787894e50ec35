"""Comparisons of the small pack with three versions, as views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.plans.model import Plan
from mhscan.reports.comparison.build import comparison_view
from mhscan.reports.views.comparison import ComparisonView
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given

ORCHARD = Path(__file__).resolve().parents[3] / "packs" / "orchard"
OLD, NEW = load_pack(ORCHARD / "1.0.0"), load_pack(ORCHARD / "2.0.0")
BEFORE = {"water.storage": 1, "water.hose-length": 1, "water.hose-state": 1, "water.pond": 1}
BEFORE |= {"trees.pruning": 3, "trees.young": 1, "pests.moths": 3}


@pytest.fixture
def given() -> Callable[..., Given]:
    """An assessment of the newest version, or of the first with `old`."""

    def made(answers: dict[str, Any], date: str = "2026-05-01", *, old: bool = False, **more: Any) -> Given:
        pack = OLD if old else NEW
        fields: dict[str, Any] = {
            "id": "1",
            "subject": {"name": "Eden"},
            "questionnaire": "all" if old else "whole",
            "respondent": Respondent(id="SECRET-RESPONDENT", role="grower"),
            "status": "final",
            **more,
        }
        found = {
            key: one if isinstance(one, Answer) else Answer(state="answered", value=one, note="SECRET-NOTE")
            for key, one in answers.items()
        }
        return Given(
            date,
            Assessment(schema_="mhscan/assessment@1", date=date, pack=pack_ref(pack), answers=found, **fields),
            more.get("pack", pack),
        )

    return made


@pytest.fixture
def view(given: Callable[..., Given]) -> Callable[..., ComparisonView]:
    """The view of a comparison; `actions` make a plan."""

    def made(*scans: Given, actions: dict[str, Any] | None = None, audience: Any = "public") -> ComparisonView:
        head = {"schema": "mhscan/plan@1", "subject": {"name": "Eden"}, "pack": "orchard"}
        plan = Plan.model_validate({**head, "actions": actions}) if actions else None
        return comparison_view(compare(NEW, scans), plan, audience)

    return made
