"""A file may end in .yml wherever it may end in .yaml: nothing is passed over for that."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mhscan.cli.boundary import run
from mhscan.integrity.packs import load_pack
from mhscan.lint.review import validate
from mhscan.lint.scenarios import read_scenarios
from mhscan.loading.shipped import FOLDERS, shipped_pack
from mhscan.opening.document import document_set

ORCHARD = Path(__file__).resolve().parents[1] / "packs" / "orchard" / "2.0.0"


def renamed(pack: Path, target: Path) -> Path:
    """A copy of a pack in which every file in YAML ends in .yml."""
    for name in FOLDERS:
        if (pack / name).is_dir():
            shutil.copytree(pack / name, target / name)
    for file in sorted(target.rglob("*.yaml")):
        file.rename(file.with_suffix(".yml"))
    return target


@pytest.mark.parametrize("pack", [shipped_pack(), ORCHARD], ids=["shipped", "orchard"])
def test_a_pack_of_which_all_files_end_in_yml_is_the_same_pack(pack, tmp_path):
    other = renamed(pack, tmp_path / "other")
    one, two = load_pack(pack), load_pack(other)
    assert (two.sha256, two.files, two.migrations) == (one.sha256, one.files, one.migrations)
    assert len(read_scenarios(other).files) == len(read_scenarios(pack).files)
    assert document_set(other).known == document_set(pack).known
    assert [one.code for one in validate([other])] == [one.code for one in validate([pack])]


def test_the_demo_the_scan_and_the_plan_too(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(renamed(shipped_pack(), tmp_path / "other"))
    assert run(["demo", "made"]) == 0
    scan = Path("made/voorbeeld.yaml").rename("made/voorbeeld.yml")
    assert run(["target", str(scan), "aanjager=3"]) == 0
    Path("made/voorbeeldstad.plan.yaml").rename("made/voorbeeldstad.plan.yml")
    capsys.readouterr()
    assert run(["target", "made"]) == 0
    assert "niveau 3" in capsys.readouterr().out
    assert [one.name for one in Path("made").glob("*.plan.*")] == ["voorbeeldstad.plan.yml"]
