"""How steady a result is, as plain data."""

from __future__ import annotations

import json
from dataclasses import asdict

import jsonschema

from mhscan.reports.data.result import to_document, to_json
from mhscan.reports.data.robustness import robustness_document
from mhscan.reports.data.shape import ResultDocument
from mhscan.reports.views.described import view_schema


def test_all_trials_stand_in_the_data(full_result):
    found = asdict(robustness_document(full_result))
    assert (found["draws"], found["spread"], found["seed"], found["firm"]) == (200, 0.4, 3, 0.8)
    assert found["ways"][0]["chosen"] is True
    assert len(found["ways"]) == 4
    for one in (*found["bands"], *found["places"]):
        assert 0 <= one["low"] <= one["share"] <= one["high"] <= 1
    assert found["singles"]
    for one in found["singles"]:
        assert one["other"] != one["value"]
        assert all(shift["old"] != shift["new"] for shift in one["shifts"])


def test_it_is_there_only_when_asked_for_and_fits_the_schema(full_result):
    assert asdict(to_document(full_result))["robustness"] is None
    data = json.loads(to_json(full_result, with_robustness=True))
    jsonschema.validate(data, view_schema(ResultDocument))
    assert data["robustness"] == json.loads(json.dumps(asdict(robustness_document(full_result))))


def test_lenses_stand_in_the_data_with_what_is_not_covered(full_result):
    (lens,) = asdict(to_document(full_result))["lenses"]
    assert [(one["id"], one["figure"] is None, one["not_covered"]) for one in lens["groups"]] == [
        ("moving", False, ()),
        ("hearing", False, ("Sign language",)),
        ("smelling", True, ("Fumes",)),
    ]
    assert lens["groups"][0]["figure"]["exact"] is True
