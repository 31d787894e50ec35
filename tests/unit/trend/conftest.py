"""Assessments of the small pack with three versions, to compare."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mhscan.answers.model import Answer, Assessment, Respondent
from mhscan.answers.reading import pack_ref
from mhscan.integrity.packs import load_pack
from mhscan.pack.pack import Pack
from mhscan.trend.compare import Comparison, compare
from mhscan.trend.scans import Given

ORCHARD = Path(__file__).resolve().parents[2] / "packs" / "orchard"


@pytest.fixture(scope="session")
def versions() -> dict[str, Pack]:
    """The three versions of the pack."""
    return {version: load_pack(ORCHARD / version) for version in ("1.0.0", "1.1.0", "2.0.0")}


@pytest.fixture
def scan(versions: dict[str, Pack]) -> Callable[..., Given]:
    """An assessment of a version, with its pack unless told otherwise; what is no `Answer` is the value of one."""

    def made(answers: dict[str, Any], version: str = "2.0.0", date: str = "2025-05-01", **more: Any) -> Given:
        given = {
            key: one if isinstance(one, Answer) else Answer(state="answered", value=one) for key, one in answers.items()
        }
        at_hand = more.pop("at_hand", True)
        fields: dict[str, Any] = {
            "id": "1",
            "subject": {"name": "Eden"},
            "questionnaire": "whole" if version == "2.0.0" else "all",
            "respondent": Respondent(id="2", role="grower"),
            "status": "final",
            **more,
        }
        assessment = Assessment(
            schema_="mhscan/assessment@1", date=date, pack=pack_ref(versions[version]), answers=given, **fields
        )
        return Given(f"{date}.yaml", assessment, versions[version] if at_hand else None)

    return made


@pytest.fixture
def compared(versions: dict[str, Pack]) -> Callable[..., Comparison]:
    """Compares assessments under the newest version."""
    return lambda *given, version="2.0.0": compare(versions[version], given)
