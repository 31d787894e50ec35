"""`mhscan demo`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FILES = [
    "example.yaml",
    "report-internal.html",
    "report-internal.md",
    "report.html",
    "report.md",
    "score.json",
]


@pytest.fixture
def with_example(english_folder, scan):
    """A pack with an example of its own."""
    example = english_folder / "factors" / "scenarios" / "example.yaml"
    example.parent.mkdir(exist_ok=True)
    path = scan({"people.lead": 2, "people.course": 2, "ashore.slope": 1}, file="written.yaml")
    path.rename(example)
    return english_folder


def test_it_writes_an_example_with_its_score_and_reports_and_names_the_report(mhscan, with_example):
    done = mhscan("demo", "out", "--pack", with_example)
    assert (done.code, done.out) == (0, "out/report.html\n")
    assert sorted(path.name for path in Path("out").iterdir()) == FILES
    assert json.loads(Path("out/score.json").read_text(encoding="utf-8"))["schema"].startswith("mhscan/result@")
    assert "Open the report in a browser:" in done.err


def test_without_a_folder_it_makes_one(mhscan, with_example):
    assert mhscan("demo", "--pack", with_example).out == "example/report.html\n"


def test_the_example_is_an_assessment_of_the_pack(mhscan, with_example, read):
    mhscan("demo", "out", "--pack", with_example)
    assert mhscan("score", "out/example.yaml", "--pack", with_example).err == ""
    assert read("out/example.yaml").value("ashore.slope") == 1


def test_twice_gives_the_same_bytes_and_asks_nothing(mhscan, with_example):
    mhscan("demo", "out", "--pack", with_example)
    first = {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert mhscan("demo", "out", "--pack", with_example).code == 0
    assert {path.name: path.read_bytes() for path in Path("out").iterdir()} == first


def test_a_file_that_was_changed_is_kept_without_force(mhscan, with_example):
    mhscan("demo", "out", "--pack", with_example)
    Path("out/report.md").write_text("mine", encoding="utf-8")
    done = mhscan("demo", "out", "--pack", with_example)
    assert done.code == 4
    assert "out/report.md exists already." in done.err
    assert Path("out/report.md").read_text(encoding="utf-8") == "mine"
    assert mhscan("demo", "out", "--force", "--pack", with_example).code == 0
    assert Path("out/report.md").read_text(encoding="utf-8") != "mine"


def test_a_folder_that_cannot_be_made_is_4(mhscan, with_example):
    Path("file").touch()
    done = mhscan("demo", "file/out", "--pack", with_example)
    assert done.code == 4
    assert "file/out cannot be written" in done.err


def test_a_pack_without_an_example_says_so(mhscan, english_folder):
    (english_folder / "factors" / "scenarios" / "example.yaml").unlink(missing_ok=True)
    done = mhscan("demo", "out", "--pack", english_folder)
    assert done.code == 3
    assert "This pack has no example." in done.err
    assert not Path("out").exists()


def test_the_shipped_pack_has_an_example(mhscan):
    done = mhscan("demo", "out")
    assert (done.code, done.out) == (0, "out/report.html\n")
    assert "\x1b" not in Path("out/report.md").read_text(encoding="utf-8")
