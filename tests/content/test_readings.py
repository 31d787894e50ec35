"""The advice beside what independent readings of 25 invented municipalities would advise; see `readings/README.md`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mhscan.advice.result import evaluate
from mhscan.answers.reading import misfit
from mhscan.lint.scenarios import as_assessment
from mhscan.pack.scenario import Scenario

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).parent / "readings"
FILES = sorted(FOLDER.glob("[0-9]*.yaml"))
WHO = {"raad", "college", "organisatie", "griffie", "regio", "anderen"}
FIRST, AMONG_FIRST, OF = 10, 82, 99
"""So many of the questions that the readings begin with are among the first ten of the advice."""


def read(path: Path) -> tuple[Scenario, dict]:
    """The answers of a municipality, and the reading of these."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    fields = {key: data[key] for key in ("subject", "date", "questionnaire", "answers")}
    answers = Scenario.model_validate(
        {"schema": "mhscan/scenario@1", "id": f"m-{data['id']}", "name": data["id"], "expect": {}, **fields}
    )
    return answers, data["reading"]


def begun_with(pack, scenario: Scenario) -> set[str]:
    """What the first actions are about, with what they settle in the same conversation."""
    first = evaluate(pack, as_assessment(pack, scenario)).actions[:FIRST]
    return {key for one in first for key in (one.place.id, *one.action.also)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_reading_is_whole_and_about_questions_of_the_pack(dutch_pack, path):
    scenario, reading = read(path)
    assessment = as_assessment(dutch_pack, scenario)
    assert [key for key, one in assessment.answers.items() if misfit(dutch_pack, key, one)] == []
    assert 3 <= len(reading["first"]) <= 5
    assert {one["who"] for one in reading["first"]} <= WHO
    assert {one["about"] for one in reading["first"]} <= {*dutch_pack.places, *dutch_pack.context}
    assert reading["core"]
    assert 3 <= len(reading["foolish"]) <= 5


def test_the_advice_begins_where_the_readings_begin_as_often_as_it_did(dutch_pack):
    assert len(FILES) == 25
    wanted, met = 0, 0
    for path in FILES:
        scenario, reading = read(path)
        about = {one["about"] for one in reading["first"]} & set(dutch_pack.places)
        wanted, met = wanted + len(about), met + len(about & begun_with(dutch_pack, scenario))
    assert (wanted, met >= AMONG_FIRST) == (OF, True), met


def test_the_advice_on_the_scenarios_begins_where_their_readings_did_as_often_as_it_did(dutch_pack):
    readings = yaml.safe_load((FOLDER / "scenarios.yaml").read_text(encoding="utf-8"))
    wanted, met = 0, 0
    for scenario in dutch_pack_scenarios():
        if scenario.id in readings:
            about = {one["about"] for one in readings[scenario.id]}
            wanted, met = wanted + len(about), met + len(about & begun_with(dutch_pack, scenario))
    assert (wanted, met >= 70) == (80, True), met


def dutch_pack_scenarios():
    """The scenarios of the pack, without the example."""
    files = sorted((ROOT / "factors/scenarios").glob("*.yaml"))
    return [
        Scenario.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
        for file in files
        if file.stem != "example"
    ]
