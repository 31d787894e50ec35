"""What README.md shows of `mhscan validate` is what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mhscan.checks.validate import validate
from mhscan.ui.problems import problems_text

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"^(factors/\S+\.yaml):(\d+):\d+: error\[.*?(?=^```)", re.MULTILINE | re.DOTALL)


def test_the_fault_that_is_shown_is_found_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = SHOWN.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert shown is not None
    for name in ("factors", "questionnaires", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    file, line = tmp_path / shown[1], int(shown[2])
    lines = file.read_text(encoding="utf-8").split("\n")
    lines[line - 1] = lines[line - 1].replace("question:", "quesion:")
    file.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    assert problems_text(validate([Path()])).strip() == shown[0].strip()
