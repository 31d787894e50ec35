"""Assessments to write, read and change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mhscan.answers.model import Answer, Assessment, PackRef, Respondent
from mhscan.answers.writing import Writer

Make = Callable[..., Assessment]


@pytest.fixture
def make() -> Make:
    """Makes an assessment; what is given replaces what it has."""

    def made(**changes: object) -> Assessment:
        plain = Assessment(
            schema_="mhscan/assessment@1",
            id="6f0c",
            subject={"name": "Northport"},
            date="2026-05-01",
            pack=PackRef(id="harbour", version="1.0.0", sha256="0"),
            questionnaire="full",
            respondent=Respondent(id="6b1e"),
            answers={"safety.plan": Answer(state="answered", value=2)},
        )
        return plain.model_copy(update=changes)

    return made


@pytest.fixture
def written(tmp_path: Path, make: Make) -> Path:
    """The file of an assessment."""
    path = tmp_path / "scan.yaml"
    path.write_text(Writer().text(make()), encoding="utf-8")
    return path
