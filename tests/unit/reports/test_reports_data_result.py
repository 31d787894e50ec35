"""The result as data: one fixed shape, that of its own schema."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import jsonschema
import pytest

from mhscan.reports.data.result import to_document, to_json
from mhscan.reports.data.shape import ResultDocument
from mhscan.reports.views.described import view_schema


@pytest.fixture
def document(full_result):
    return json.loads(to_json(full_result))


def by_id(items):
    return {one["id"]: one for one in items}


@pytest.fixture(scope="module")
def schema():
    jsonschema.Draft202012Validator.check_schema(view_schema(ResultDocument))
    return jsonschema.Draft202012Validator(view_schema(ResultDocument))


def test_a_full_result_has_the_shape_of_the_schema(document, schema):
    schema.validate(document)
    assert document["schema"] == "mhscan/result@1"


@pytest.mark.parametrize("questionnaire", ["full", "visitor", "gone"])
def test_an_empty_result_has_the_shape_of_the_schema(english_pack, judge, schema, questionnaire):
    schema.validate(json.loads(to_json(judge(english_pack, {}, questionnaire=questionnaire))))


def test_a_result_with_phases_and_a_profile_has_the_shape_of_the_schema(dutch_pack, judge, schema):
    answers = dict.fromkeys(dutch_pack.places, 4) | {"context.aanjager": "bestuurder"}
    document = json.loads(to_json(judge(dutch_pack, answers, questionnaire="zelfscan")))
    schema.validate(document)
    assert document["profile"]["field"] == "aandacht-hoog-borging-hoog"
    assert [one["id"] for one in document["phases"]] == [one.id for one in dutch_pack.model.phases]
    assert document["total"] is None


def test_the_schema_refuses_another_shape(document, schema):
    assert not schema.is_valid({**document, "scored": "yes"})
    assert not schema.is_valid({key: value for key, value in document.items() if key != "rules"})


def test_scores_are_rounded_to_two_decimals_and_shares_to_four(english_pack, judge):
    answers = {"ashore.contrast": 2, "ashore.sound": 1, "ashore.slope": 1, "ashore.toilet": 0, "ashore.seats": 1}
    result = judge(english_pack, answers)
    figure = by_id(asdict(to_document(result))["factors"])["ashore"]
    assert figure["score"] == round(float(result.scores.factors["ashore"].point), 2)
    assert figure["coverage"] == {
        "answered": 5,
        "questionnaire": 8,
        "model": 8,
        "share_of_questionnaire": 0.625,
        "share_of_model": 0.625,
    }


def test_a_figure_has_its_range_band_status_and_counts(document):
    figure = by_id(document["factors"])["people"]
    assert (figure["score"], figure["low"], figure["high"], figure["status"]) == (6.67, 6.67, 6.67, "shown")
    assert (figure["band"], figure["counts"]) == ({"id": "closed", "label": "Hard to reach"}, {"answered": 2})


def test_without_a_score_there_is_null_and_a_range(english_pack, judge):
    figure = by_id(asdict(to_document(judge(english_pack, {})))["factors"])["people"]
    assert (figure["score"], figure["band"], figure["status"]) == (None, None, "too_little_known")
    assert (figure["low"], figure["high"]) == (0.0, 73.33)


def test_aspects_and_total_are_there(document):
    assert by_id(document["aspects"])["afloat/boarding"]["title"] == "Boarding"
    assert document["total"]["id"] == "total"
    assert document["profile"] is None


def test_each_indicator_says_all_that_is_known_of_it(document):
    found = by_id(document["indicators"])
    assert len(found) == 18
    assert found["ashore.slope"] | {"title": ""} == {
        "id": "ashore.slope", "title": "", "state": "answered", "applies": True, "asked": True,
        "level": 1, "label": "Partly", "score": 50.0, "low": 50.0, "high": 50.0, "carried_by": None,
        "possible": [1], "look_again": False,
    }  # fmt: skip
    assert found["afloat.hoist"]["carried_by"] == "district"
    assert (found["ashore.sound"]["state"], found["ashore.sound"]["label"]) == ("unknown", None)
    assert found["ashore.lift-spare"]["label"] == "Nobody"


def test_a_question_that_may_not_apply_says_so(english_pack, judge):
    found = by_id(asdict(to_document(judge(english_pack, {"ashore.lift": 3})))["indicators"])
    assert [found[f"ashore.{one}"]["applies"] for one in ("lift", "lift-check", "slope")] == [None, None, True]


def test_a_rule_tells_its_outcome_the_answers_under_it_and_what_is_open(document):
    found = by_id(document["rules"])
    rule = found["wheelchair-without-toilet"]
    assert (rule["outcome"], rule["severity"], rule["sources"]) == ("fired", "warning", ["AUD-3", "GUI-1"])
    assert rule["answers"][1] == {"id": "ashore.toilet", "state": "answered", "value": 0}
    assert (found["rescue-not-known"]["outcome"], found["two-senses"]["outcome"]) == ("silent", "undecided")
    assert found["two-senses"]["open"] == ["ashore.sound"]


def test_an_action_tells_where_it_leads_and_why_it_stands_there(document):
    first = document["actions"][0]
    assert (first["id"], first["indicator"], first["from_level"], first["to_level"]) == (
        "people.name-lead", "people.lead", 1, 3,
    )  # fmt: skip
    assert (first["effort"], first["term"], first["quick"]) == ("day", "month", True)
    assert {"kind": "priority", "about": ["first"]} in first["reasons"]


def test_answers_stand_in_the_order_of_the_pack_and_misfits_are_named(document, english_pack):
    order = [*english_pack.context, *english_pack.places]
    keys = [one["id"] for one in document["answers"]]
    assert keys == [key for key in order if key in keys]
    assert document["left_out"] == ["afloat.complaints", "people.gone"]


def test_a_partner_has_answers_and_no_scores(english_pack, judge):
    document = asdict(to_document(judge(english_pack, {"ashore.slope": 1}, questionnaire="visitor")))
    assert (document["scored"], document["assessment"]["perspective"]) == (False, "partner")
    assert [one["id"] for one in document["answers"]] == ["ashore.slope"]
    for part in ("phases", "factors", "aspects", "indicators", "rules", "actions"):
        assert document[part] == ()


def test_it_says_with_which_pack_the_assessment_was_made(full_result):
    made = asdict(to_document(full_result))["assessment"]["made_with"]
    assert made["same"]
    other = full_result.assessment.pack.model_copy(update={"sha256": "1" * 64})
    changed = full_result.assessment.model_copy(update={"pack": other})
    assert not asdict(to_document(replace(full_result, assessment=changed)))["assessment"]["made_with"]["same"]


def test_the_same_result_gives_the_same_bytes(full_result):
    assert to_json(full_result) == to_json(full_result)
    assert to_json(full_result).endswith("}\n")
