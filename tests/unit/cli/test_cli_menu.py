"""`mhscan` alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhscan.answers.model import Answer


@pytest.fixture
def shipped_scan(scan, dutch_pack):
    """Writes assessments of the shipped pack."""

    def made(file):
        ref = {"id": dutch_pack.model.id, "version": dutch_pack.model.version, "sha256": dutch_pack.sha256}
        key = next(iter(dutch_pack.places))
        answers = {key: Answer(state="unknown")}
        from mhscan.answers.model import PackRef

        return scan(answers, file=file, pack=PackRef(**ref), questionnaire="zelfscan", subject={"name": file})

    return made


def test_it_shows_where_the_files_lie_and_what_can_be_done(mhscan, tmp_path):
    done = mhscan(stdin="4\n")
    assert done.code == 0
    assert f"Your files lie in {tmp_path}. There is no assessment here yet." in done.said
    for line in ("1. New assessment", "2. Go on with an assessment", "3. Make a report", "4. Stop"):
        assert f"\n{line}\n" in done.err


def test_it_lists_the_assessments_here_and_nothing_else(mhscan, shipped_scan, tmp_path):
    shipped_scan("b.yaml")
    shipped_scan("a.yaml")
    (tmp_path / "other.yaml").write_text("schema: mhscan/model@1\n", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    assert "   1. a.yaml\n   2. b.yaml\n1. New" in mhscan(stdin="4\n").err


@pytest.mark.parametrize("stdin", ["", "x\n", "5\n\n"])
def test_another_line_asks_again_and_the_end_of_the_input_stops(mhscan, tmp_path, stdin):
    done = mhscan(stdin=stdin)
    assert done.code == 0
    assert done.err.count("Type 1, 2, 3 or 4:") == stdin.count("\n") + 1
    assert list(tmp_path.iterdir()) == []


def test_ctrl_d_at_a_keyboard_is_130(mhscan):
    done = mhscan(stdin="x\n", keyboard=True)
    assert done.code == 130
    assert "Stopped." in done.err


def test_a_new_assessment_starts_the_interview_with_the_lines_that_follow(mhscan, read):
    done = mhscan(stdin="1\nmy scan\nVoorbeeldstad\nGM9999\nwrong\n")
    assert done.code == 3
    assert "Line 5 of the input is no answer." in done.err
    assert read("my-scan.yaml").subject == {"name": "Voorbeeldstad", "code": "GM9999"}


def test_going_on_takes_the_only_assessment(mhscan, shipped_scan):
    shipped_scan("a.yaml")
    done = mhscan(stdin="2\n")
    assert done.code == 0
    assert "You go on where you stopped" in done.said


def test_going_on_asks_which_where_there_are_more(mhscan, shipped_scan):
    for name in ("a.yaml", "b.yaml"):
        shipped_scan(name)
    assert "saved at once in b.yaml" in mhscan(stdin="2\n9\nx\n2\n").said


@pytest.mark.parametrize("stdin", ["2\n", "3\n"])
def test_without_an_assessment_there_is_nothing_to_go_on_with(mhscan, stdin):
    done = mhscan(stdin=stdin)
    assert done.code == 0
    assert done.err.count("There is no assessment here yet.") == 2


def test_not_saying_which_does_nothing(mhscan, shipped_scan):
    for name in ("a.yaml", "b.yaml"):
        shipped_scan(name)
    assert mhscan(stdin="3\n").code == 0
    assert list(Path().glob("*.html")) == []


def test_a_report_is_written_beside_the_assessment(mhscan, shipped_scan):
    shipped_scan("a.yaml")
    done = mhscan(stdin="3\n")
    assert done.code == 0
    assert "Written: a-report.html" in done.err
    assert Path("a-report.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
