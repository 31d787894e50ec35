"""`mhscan pack diff`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

TINY = Path(__file__).resolve().parents[2] / "packs" / "tiny"


@pytest.fixture
def packs(tmp_path):
    """Two copies of the small pack, in `old` and `new`."""
    for name in ("old", "new"):
        shutil.copytree(TINY, tmp_path / name)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_two_packs_with_the_same_data_say_so(mhscan, packs):
    done = mhscan("pack", "diff", "old", "new")
    assert (done.code, done.err) == (0, "")
    assert done.out == "The data of both packs is the same: nothing changes for anybody.\n"


def test_a_number_that_claims_too_little_gives_1(mhscan, packs):
    edit(packs / "new/factors/model.yaml", "version: 1.2.3", "version: 1.2.4")
    edit(packs / "new/factors/soil.yaml", "    scale: steps", "    scale: steps\n    weight: 2")
    done = mhscan("pack", "diff", "old", "new")
    assert (done.code, done.err) == (1, "")
    assert done.out.split("\n") == [
        "new/factors/soil.yaml:11:13: major, needs a look: indicator soil.compost has another 'weight'",
        "  - 1",
        "  + 2",
        "1 change: major 1.",
        "For assessments that exist: needs a look 1.",
        "The version went from 1.2.3 to 1.2.4, which claims a patch. That is too little: it takes 2.0.0.",
        "",
    ]


def test_a_number_that_claims_enough_gives_0(mhscan, packs):
    edit(packs / "new/factors/model.yaml", "version: 1.2.3", "version: 1.3.0")
    edit(packs / "new/factors/model.yaml", "indicators: [soil.compost]}", "indicators: [water.barrel]}")
    done = mhscan("pack", "diff", "old", "new")
    assert done.code == 0
    assert "which claims a minor change. That is enough." in done.out


def test_json_is_alone_on_standard_output(mhscan, packs):
    edit(packs / "new/factors/model.yaml", "title: Allotment check", "title: Garden check")
    done = mhscan("pack", "diff", "old", "new", "--format", "json")
    assert (done.code, done.err) == (1, "")
    data = json.loads(done.out)
    assert (data["claim"], data["needed"], data["changes"][0]["after"]) == ("none", "1.2.4", "Garden check")


def test_a_revision_is_compared_with_this_folder(mhscan, packs, monkeypatch):
    monkeypatch.chdir(packs / "new")
    who = {"GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b"}
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "One"], ["tag", "one"]):
        subprocess.run(["git", *words], check=True, env={**os.environ, **who}, capture_output=True)
    edit(packs / "new/factors/soil.yaml", "  - id: compost\n", "  - id: compost\n    weight: 2\n")
    done = mhscan("pack", "diff", "one")
    assert done.code == 1
    assert done.out.startswith("factors/soil.yaml:9:13: major")
    assert mhscan("pack", "diff", "one", "HEAD").code == 0
    checked = mhscan("validate", "--base", "one")
    assert checked.code == 1
    assert "factors/model.yaml:4:10: error[MH701] version-claims-too-little" in checked.out
    assert mhscan("validate", "--base", "two").code == 3
    monkeypatch.chdir(packs)
    assert mhscan("pack", "diff", "one", "new").out.startswith("new/factors/soil.yaml:9:13: major")


def test_what_is_no_pack_and_no_revision_gives_3(mhscan, packs):
    done = mhscan("pack", "diff", "olde", "new")
    assert (done.code, done.out) == (3, "")
    assert "Name a folder, or a revision" in done.said


def test_a_folder_without_a_pack_gives_3(mhscan, packs, tmp_path):
    (tmp_path / "empty").mkdir()
    done = mhscan("pack", "diff", "old", "empty")
    assert (done.code, done.out) == (3, "")
    assert "empty/factors/model.yaml:1:1: error[MH201]" in done.err


def test_only_the_command_that_is_called_is_imported(mhscan, packs):
    done = mhscan("pack", "--help")
    assert done.code in (0, 2)
    assert "diff" in done.out + done.err
