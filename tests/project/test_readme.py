"""What README.md and the pages for developers show of the program is so."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from mhscan.lint.review import validate
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


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/scoring.md"])
def test_every_module_that_a_page_names_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    # A word in capitals stands for any name.
    named = {one for one in re.findall(r"`((?:[\w-]+/)+[\w-]+\.py)`", text) if not re.search("[A-Z]{3}", one)}
    gone = [one for one in named if not any((at / one).is_file() for at in (ROOT, ROOT / "src" / "mhscan"))]
    assert sorted(gone) == []
    assert named or page != "docs/architecture.md"
