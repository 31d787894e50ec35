"""Jobs and outcomes of many files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mhscan.batch.job import JobResult


@pytest.fixture
def made() -> Callable[..., JobResult]:
    """An outcome of a file of which a document was made."""

    def outcome(subject: str, file: str = "scan.yaml", date: str = "2026-05-01") -> JobResult:
        path = Path(file)
        return JobResult(path, "made", path.with_suffix(".html"), subject, date)

    return outcome
