"""Each folder in `tests/cases/checks` is a test: see the README there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.codes import codes
from mhscan.diff.version import diff, version_problems
from mhscan.errors import Problem
from mhscan.integrity.packs import load_pack
from mhscan.lint.findings import Findings
from mhscan.lint.review import review
from mhscan.lint.scenarios import read_scenarios
from mhscan.lint.settings import read_settings
from mhscan.loading.packs import SCENARIOS, read_folder

CASES = Path(__file__).resolve().parents[2] / "cases" / "checks"
BASE = CASES / "base"
EXPECTED = "expected.txt"
BEFORE = "before"
FAILING = sorted(CASES.glob("MH*/fails-*"))
PASSING = sorted(CASES.glob("MH*/passes-*"))


def named(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


@pytest.fixture
def found(tmp_path, monkeypatch):
    """What validation finds in a case, as it is written in `expected.txt`."""

    def look(case: Path) -> list[str]:
        folder, before = _over_base(case, tmp_path / "case"), None
        if (case / BEFORE).is_dir():
            before = _over_base(case / BEFORE, tmp_path / "before")
        (folder / ".git").mkdir()
        monkeypatch.chdir(folder)
        findings = _review(sorted(Path().glob("*.yaml")), before)
        return [
            f"{one.location.file}:{one.location.line}:{one.location.column} {one.code}" for one in findings.problems
        ]

    return look


def _over_base(case: Path, folder: Path) -> Path:
    """A copy of the pack under all examples, with a case over it."""
    shutil.copytree(BASE, folder)
    shutil.copytree(case, folder, True, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, BEFORE))
    return folder


def _review(files: list[Path], before: Path | None) -> Findings:
    choice, more = read_settings(Path())
    if before is not None:
        new = read_folder(Path())
        more += version_problems(diff(read_folder(before), new, ("before", ".")), new)
    more += scenarios_of(Path())
    return review([Path(), *files], None, choice, more)


def scenarios_of(folder: Path) -> list[Problem]:
    """What the scenarios of a case find."""
    return list(read_scenarios(folder).differing(load_pack(folder))) if (folder / SCENARIOS).is_dir() else []


def test_the_pack_under_all_examples_is_right(found):
    assert found(BASE) == []


@pytest.mark.parametrize("case", FAILING, ids=named)
def test_a_failing_example_is_found_at_its_place(case, found):
    expected = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert found(case) == expected
    assert case.parent.name in {line.split()[1] for line in expected}


@pytest.mark.parametrize("case", PASSING, ids=named)
def test_in_a_passing_example_nothing_is_found(case, found):
    assert found(case) == []


def test_each_code_has_a_failing_and_a_passing_example():
    assert set(codes()) == {case.parent.name for case in FAILING} == {case.parent.name for case in PASSING}
