"""`mhscan target`."""

from __future__ import annotations

import json

import jsonschema
import pytest

from mhscan.answers.model import Answer
from mhscan.cli.schema import schema_text
from mhscan.plans.reading import read_plan

ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.hoist": 1, "afloat.ramp": 2}
PLAN = "northport.plan.yaml"


def kept(tmp_path):
    """The targets in the plan."""
    return {key: (one.level, one.by) for key, one in read_plan(tmp_path / PLAN)[1].targets.items()}


def test_targets_are_kept_in_the_plan_of_the_subject_and_the_assessment_stays(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    before = path.read_bytes()
    done = harbour("target", path, "afloat.hoist=3", "people=2", "--by", "31-12-2027")
    assert (done.code, done.said) == (0, f"Saved: {tmp_path / PLAN}")
    assert kept(tmp_path) == {"afloat.hoist": (3, "2027-12-31"), "people": (2, "2027-12-31")}
    assert path.read_bytes() == before


def test_the_gap_the_way_and_the_score_are_shown(harbour, scan):
    said = " ".join(harbour("target", scan(ANSWERS), "afloat.hoist=3").out.split())
    assert "Targets: Northport, 1 May 2026 - A hoist: level 3 or higher" in said
    assert "The gap - A hoist: from level 1 to 3. Now: Nothing was done about the hoist." in said
    assert "The shortest way: 2 actions. 1. " in said
    assert "2. Share a hoist with another harbour (afloat.share-hoist): A hoist goes from level 1 to 3." in said
    assert "What the scores become" in said
    assert "- Stays away: Few people prepared" in said


def test_without_a_target_it_shows_those_in_the_plan_and_writes_nothing(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    assert "There are no targets yet." in harbour("target", path).out
    assert not (tmp_path / PLAN).exists()
    harbour("target", path, "afloat.hoist=3")
    again = harbour("target", path)
    assert ("A hoist: level 3" in again.out, again.err) == (True, "")


def test_a_target_is_changed_and_keeps_its_date_and_what_else_was_written_with_it(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    harbour("target", path, "people=2", "--by", "2027-12-31")
    file = tmp_path / PLAN
    file.write_text(file.read_text().replace("level: 2", "level: 2, why: the council asked"), encoding="utf-8")
    harbour("target", path, "people=3")
    assert kept(tmp_path) == {"people": (3, "2027-12-31")}
    assert "why: the council asked" in file.read_text()


def test_a_target_is_taken_away(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    harbour("target", path, "people=2", "afloat.hoist=3")
    assert harbour("target", path, "--remove", "people").code == 0
    assert list(kept(tmp_path)) == ["afloat.hoist"]
    done = harbour("target", path, "--remove", "afloat.hoits")
    assert (done.code, done.said) == (3, "There is no target 'afloat.hoits'. Did you mean 'afloat.hoist'?")


def test_a_target_that_is_reached_says_so(harbour, scan):
    done = harbour("target", scan(ANSWERS), "afloat.ramp=2")
    assert "All targets are reached." in done.out
    assert "The shortest way" not in done.out


def test_what_is_not_known_is_to_be_found_out_and_never_counts_as_low(harbour, scan):
    answers = {**ANSWERS, "afloat.hoist": Answer(state="unknown")}
    said = " ".join(harbour("target", scan(answers), "afloat.hoist=3").out.split())
    assert "What is known is far enough. Some answers are still open." in said
    assert "Find out first - A hoist" in said
    assert "If the open answers turn out low, it takes 2 actions." in said
    assert "The shortest way" not in said


def test_what_no_action_leads_to_is_out_of_reach(harbour, scan):
    said = " ".join(harbour("target", scan(ANSWERS), "afloat.hoist=5").out.split())
    assert "Out of reach - A hoist: no action in this scan leads that high." in said


def test_the_json_has_the_shape_of_its_schema(harbour, scan):
    path = scan(ANSWERS)
    done = harbour("target", path, "people=3", "afloat.hoist=5", "--format", "json")
    assert (done.code, done.said.startswith("Saved: ")) == (0, True)
    data = json.loads(done.out)
    jsonschema.validate(data, json.loads(schema_text("target")))
    assert [(one["id"], one["level"]) for one in data["targets"]] == [("people", 3), ("afloat.hoist", 5)]
    assert [(one["id"], one["why"]) for one in data["out_of_reach"]] == [("afloat.hoist", "no_action")] or data["exact"]
    assert harbour("target", path, "--format", "json").out == done.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("afloat.hoist=9",), 3, "afloat.hoist=9: 9 is no level to aim at here; possible: 2, 3, 4, 5."),
        (("afloat.hoits=3",), 3, "there is no indicator 'afloat.hoits'. Did you mean 'afloat.hoist'?"),
        (("aflot=3",), 3, "there is no factor 'aflot'. Did you mean 'afloat'?"),
        (("afloat",), 3, "'afloat' is no target. Write ID=LEVEL"),
        (("afloat=3", "--by", "2027-02-30"), 3, "'2027-02-30' is no date."),
        (("--by", "2027-12-31"), 2, "--by needs a target."),
    ],
)
def test_what_is_wrong_is_refused_and_no_plan_is_made(harbour, scan, tmp_path, arguments, code, message):
    done = harbour("target", scan(ANSWERS), *arguments)
    assert (done.code, done.out, message in done.said) == (code, "", True), done.said
    assert not (tmp_path / PLAN).exists()


def test_another_file_can_hold_the_plan(harbour, scan, tmp_path):
    harbour("target", scan(ANSWERS), "people=2", "--plan", tmp_path / "ours.yaml")
    assert read_plan(tmp_path / "ours.yaml")[1].targets["people"].level == 2
    assert not (tmp_path / PLAN).exists()


def test_a_plan_that_cannot_be_written_is_said_and_nothing_else_happens(harbour, scan, tmp_path):
    done = harbour("target", scan(ANSWERS), "people=2", "--plan", tmp_path / "nofolder" / "plan.yaml")
    assert (done.code, done.out) == (4, "")


def test_the_plan_outlives_the_scan(harbour, scan):
    harbour("target", scan(ANSWERS), "afloat.hoist=3")
    later = scan({**ANSWERS, "afloat.hoist": 4}, file="later.yaml")
    assert "All targets are reached." in harbour("target", later).out
