"""`mhscan what-if`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from mhscan.cli.schema import schema_text

EVERY = Path(__file__).resolve().parents[2] / "packs" / "every"
ANSWERS = {"people.lead": 1, "people.course": 2, "afloat.rescue": 2}


def test_it_shows_before_and_after_and_changes_nothing(harbour, scan, tmp_path):
    path = scan(ANSWERS)
    before = path.read_bytes()
    done = harbour("what-if", path, "people.lead=4")
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "What if: Northport, 1 May 2026" in said
    assert 'to "' in said
    assert "Prepared people: from 7, Hard to reach" in said
    assert done.said == "Nothing is saved."
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (before, ["scan.yaml"])


def test_the_json_has_the_shape_of_its_schema_and_is_alone_on_standard_output(harbour, scan):
    done = harbour("what-if", scan(ANSWERS), "people.lead=4", "afloat.rescue=unknown", "--format", "json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    jsonschema.validate(data, json.loads(schema_text("what-if")))
    assert [(one["id"], one["before"], one["after"]) for one in data["answers"]] == [
        ("people.lead", {"state": "answered", "value": 1}, {"state": "answered", "value": 4}),
        ("afloat.rescue", {"state": "answered", "value": 2}, {"state": "unknown", "value": None}),
    ]
    people = next(one for one in data["consequences"]["factors"] if one["id"] == "people")
    assert people["changed"]
    assert people["after"]["score"] > people["before"]["score"]


def test_the_figures_are_those_that_a_score_of_the_changed_answers_has(harbour, scan):
    then = json.loads(harbour("what-if", scan(ANSWERS), "people.lead=4", "--format", "json").out)
    really = json.loads(harbour("score", scan({**ANSWERS, "people.lead": 4}), "--format", "json").out)
    scores = {one["id"]: (one["score"], one["low"], one["high"]) for one in really["factors"]}
    after = {one["id"]: one["after"] for one in then["consequences"]["factors"]}
    assert {key: (one["score"], one["low"], one["high"]) for key, one in after.items()} == scores


def test_a_factor_raises_each_of_its_indicators_that_is_lower(harbour, scan):
    done = harbour("what-if", scan({"people.lead": 1, "people.course": 3}), "people=3", "--format", "json")
    values = {one["id"]: one["after"]["value"] for one in json.loads(done.out)["answers"]}
    assert values["people.lead"] == 3
    assert "people.course" not in values


def test_a_context_answer_can_be_otherwise_too(harbour, scan):
    path = scan({**ANSWERS, "context.users": ("hearing",)})
    done = harbour("what-if", path, "context.users=wheelchair", "--format", "json")
    assert json.loads(done.out)["consequences"]["now_apply"] == ["afloat.drill"]
    assert "Questions that apply then - Practice with visitors" in " ".join(
        harbour("what-if", path, "context.users=wheelchair").out.split()
    )


def test_an_answer_to_what_does_not_apply_says_so(harbour, scan):
    done = harbour("what-if", scan({"afloat.rescue": 1, "context.users": ("hearing",)}), "afloat.drill=4")
    said = " ".join(done.out.split())
    assert "This question does not apply, so the answer changes nothing." in said
    assert "No score changes." in said


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("people.lead=9", "people.lead: "),
        ("people.led=2", "There is no question 'people.led'. Did you mean 'people.lead'?"),
        ("people=9", "people=9: 9 is no level to aim at here"),
        ("people=high", "'people=high' is no target. Write ID=LEVEL"),
        ("people.lead", "'people.lead' has no value."),
    ],
)
def test_a_wrong_answer_is_refused_with_what_is_possible(harbour, scan, argument, message):
    done = harbour("what-if", scan(ANSWERS), argument)
    assert (done.code, done.out) == (3, "")
    assert message in done.said


def test_without_an_answer_it_is_wrong_usage(harbour, scan):
    assert harbour("what-if", scan(ANSWERS)).code == 2


def test_the_answers_of_a_partner_have_no_what_if(harbour, scan):
    done = harbour("what-if", scan({}, questionnaire="visitor"), "people.lead=4")
    assert done.code == 3
    assert "has the answers of a partner" in done.said


@pytest.fixture
def bakery(tmp_path, monkeypatch):
    """A copy of the pack in which a sieve depends on others."""
    folder = Path(shutil.copytree(EVERY, tmp_path / "bakery"))
    monkeypatch.chdir(folder)


UP_TO = "Sieve: no action of your own leads there; it is up to: others. What you can do: Buy a sieve."


def test_what_is_up_to_others_is_left_out_of_a_factor_with_a_word(bakery, mhscan):
    said = " ".join(mhscan("what-if", "answers/scan.yaml", "flour=2", "--pack", ".").out.split())
    assert f"- {UP_TO} So this is not counted." in said
    data = json.loads(mhscan("what-if", "answers/scan.yaml", "flour=2", "--pack", ".", "--format", "json").out)
    assert data["not_counted"] == [{"id": "flour.sieve", "up_to": "others"}]
    assert "flour.sieve" not in {one["id"] for one in data["answers"]}


def test_an_answer_that_is_named_counts_and_it_is_said_to_whom_it_is_up(bakery, mhscan):
    said = " ".join(mhscan("what-if", "answers/scan.yaml", "flour.sieve=2", "--pack", ".").out.split())
    assert f'Sieve: from "No sieve." to "Two sieves." {UP_TO}' in said
    assert "not counted" not in said


def test_a_target_that_is_up_to_others_is_out_of_reach(bakery, mhscan):
    done = mhscan("target", "answers/scan.yaml", "flour.sieve=2", "--pack", ".")
    assert UP_TO in " ".join(done.out.split())
    data = json.loads(mhscan("target", "answers/scan.yaml", "--pack", ".", "--format", "json").out)
    found = [one for one in data["out_of_reach"] if one["id"] == "flour.sieve"]
    assert found == [
        {"id": "flour.sieve", "title": "Sieve", "why": "others", "action": "flour.buy-sieve", "up_to": "others"}
    ]
