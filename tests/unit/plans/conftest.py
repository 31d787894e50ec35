"""Plans to write, read and change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mhscan.plans.model import Plan
from mhscan.plans.reading import read_plan

PLAN = """\
schema: mhscan/plan@1
subject: {name: Northport, code: HB012}
pack: harbour-access
targets:
  afloat.hoist: {level: 3, by: '2027-12-31'}
actions:
  afloat.share-hoist: {title: Share a hoist with another harbour, status: doing, owner: volunteer, due: '2026-12-31'}
version: 2.1.0
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The file of a plan."""
    path = tmp_path / "northport.plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def edit(written: Path) -> Callable[[str, str], None]:
    """Changes the file of the plan as an editor does."""

    def change(old: str, new: str) -> None:
        text = written.read_text(encoding="utf-8")
        assert old in text
        written.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def plan(written: Path) -> Plan:
    """The plan in the file."""
    return read_plan(written)[1]
