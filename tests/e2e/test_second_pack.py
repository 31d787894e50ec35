"""A pack of another theme, language and scale goes all the way, without a line of code of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HARBOUR = Path(__file__).resolve().parents[1] / "packs" / "harbour"
ABOUT = ["HB012", "60", "1", "2", "1 3", "1", "120", "2026-06-01", "Open Quay"]
ASHORE = ["1", "3", "2", "2", "0", "d", "0", "n", "There is nowhere to sit."]
AFLOAT = ["0", "r", "1", "Treaty of Piers", "2", "s", "1", "2", "1", "1", "1"]
PEOPLE = ["1", "2"]
LINES = [*ABOUT, *ASHORE, *AFLOAT, *PEOPLE, ""]


def mhscan(
    folder: Path, *arguments: str, lines: list[str] | None = None, code: int = 0
) -> subprocess.CompletedProcess[str]:
    """Runs mhscan in a folder, as a pipe does."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith(("MHSCAN", "LANG", "LC_"))}
    done = subprocess.run(
        [sys.executable, "-m", "mhscan", "--lang", "en", *arguments],
        cwd=folder,
        env={**settings, "SOURCE_DATE_EPOCH": "1777636800", "NO_COLOR": "1"},
        input="".join(f"{line}\n" for line in lines or []),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture(scope="module")
def assessed(tmp_path_factory) -> Path:
    """A folder with an assessment that was answered from the first question to the last."""
    folder = tmp_path_factory.mktemp("harbour")
    mhscan(folder, "assess", "pier.yaml", "--name", "Pierton", "--pack", str(HARBOUR), lines=LINES)
    return folder


def test_the_pack_is_found_to_be_right(tmp_path):
    assert mhscan(tmp_path, "validate", str(HARBOUR)).stderr == (
        "Nothing wrong found in 8 files of pack harbour-access 2.1.0.\n"
    )


def test_all_lines_of_a_pipe_become_answers(assessed):
    text = (assessed / "pier.yaml").read_text("utf-8")
    assert "value: [wheelchair, sight]" in text
    assert "ashore.lift-spare: {state: answered, value: 2" in text
    assert "ashore.sound: {state: unknown" in text
    assert "reason: There is nowhere to sit." in text
    assert "carried_by: {kind: district, name: Treaty of Piers}" in text
    assert "afloat.gangway: {state: skipped" in text
    assert "people.course: {state: answered, value: 2" in text


def test_the_report_lies_beside_the_answers(assessed):
    assert "<html" in (assessed / "pier-report.html").read_text("utf-8")


def test_the_answers_fit_the_pack(assessed):
    mhscan(assessed, "validate", "pier.yaml", "--pack", str(HARBOUR))


def test_the_score_is_data_alone_on_standard_output(assessed):
    done = mhscan(assessed, "score", "pier.yaml", "--format", "json", "--pack", str(HARBOUR))
    document = json.loads(done.stdout)
    assert (document["pack"]["id"], document["phases"], document["profile"]) == ("harbour-access", [], None)
    assert document["assessment"]["made_with"]["same"]
    assert document["total"]["status"] == "shown"
    assert {one["id"]: one["score"] for one in document["factors"]}["people"] == 6.67
    fired = [one["id"] for one in document["rules"] if one["outcome"] == "fired"]
    assert fired == ["wheelchair-without-toilet", "nobody-trained", "carried-elsewhere"]
    assert document["actions"][0]["id"] == "people.name-lead"


def test_the_score_can_be_read_by_people(assessed):
    text = mhscan(assessed, "score", "pier.yaml", "--pack", str(HARBOUR)).stdout
    assert "Getting to the quay" in text
    assert "Total" in text
    assert "1. Name one person." in text


@pytest.mark.parametrize("name", ["md", "html"])
def test_the_report_is_made_with_the_shipped_templates(assessed, name):
    text = mhscan(assessed, "report", "pier.yaml", "--format", name, "--pack", str(HARBOUR)).stdout
    for wanted in (
        "Access to a small harbour",
        "Pierton",
        "Planned for wheelchairs, no toilet",
        "Open the club toilet",
    ):
        assert wanted in text
    assert "There is nowhere to sit." not in text


def test_another_answer_to_a_condition_there_and_back_gives_the_same_score(assessed, tmp_path):
    copy = tmp_path / "pier.yaml"
    copy.write_bytes((assessed / "pier.yaml").read_bytes())

    def figures() -> object:
        document = json.loads(mhscan(tmp_path, "score", "pier.yaml", "--format", "json", "--pack", str(HARBOUR)).stdout)
        return document["factors"], document["rules"], document["actions"]

    before = figures()
    mhscan(tmp_path, "set", "pier.yaml", "context.steps=false", "--pack", str(HARBOUR))
    assert figures() != before
    mhscan(tmp_path, "set", "pier.yaml", "context.steps=true", "--pack", str(HARBOUR))
    assert figures() == before


def test_a_partner_answers_in_own_words_and_gets_no_score(tmp_path):
    arguments = ["--questionnaire", "visitor", "--name", "Pierton", "--pack", str(HARBOUR)]
    done = mhscan(tmp_path, "assess", "visit.yaml", *arguments, lines=[":s", ":s", "1", "1", "x", "0", "3", ""])
    assert "Could you get to the quay without a steep slope?" in done.stderr
    document = json.loads(mhscan(tmp_path, "score", "visit.yaml", "--format", "json", "--pack", str(HARBOUR)).stdout)
    assert (document["scored"], document["total"]) == (False, None)
    report = mhscan(tmp_path, "report", "visit.yaml", "--pack", str(HARBOUR)).stdout
    assert "I cannot see this as a visitor" in report
    assert "They get no score." in report


def test_the_shipped_pack_cannot_read_answers_to_another(assessed):
    done = mhscan(assessed, "score", "pier.yaml", "--format", "json", code=3)
    assert done.stdout == ""
    assert "The answers were given with pack 'harbour-access', not with 'mensenhandel'." in done.stderr
