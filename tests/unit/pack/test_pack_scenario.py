"""A scenario as a model."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.pack.scenario import GivenAnswer, Scenario

SCENARIO = {
    "schema": "mhscan/scenario@1",
    "id": "dry",
    "name": "A dry garden",
    "questionnaire": "full",
    "date": "2026-05-01",
    "subject": {"name": "Green", "plots": 20},
    "answers": {},
    "expect": {},
}


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (3, GivenAnswer(value=3)),
        (True, GivenAnswer(value=True)),
        ("sand", GivenAnswer(value="sand")),
        (["a", "b"], GivenAnswer(value=("a", "b"))),
        ("unknown", GivenAnswer(unknown=True)),
        ({"not_applicable": "So."}, GivenAnswer(not_applicable="So.")),
        ({"value": 2, "carried": {"street": "Scheme"}}, GivenAnswer(value=2, carried={"street": "Scheme"})),
    ],
)
def test_an_answer_can_be_short(given, wanted):
    assert Scenario.model_validate({**SCENARIO, "answers": {"a.b": given}}).answers == {"a.b": wanted}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("answers", {"a.b": {"vlaue": 1}}),
        ("answers", {"a.b": {"value": 1, "carried": {"a": "A", "b": "B"}}}),
        ("expect", {"profile": {"why_not": "just so"}}),
        ("expect", {"first": [{"indicator": "a.b"}]}),
        ("expect", {"fires": "dry"}),
        ("questionnaire", ""),
    ],
)
def test_a_scenario_with_a_wrong_part_is_refused(key, value):
    with pytest.raises(ValidationError, match=rf"for Scenario\n{key}"):
        Scenario.model_validate({**SCENARIO, key: value})


def test_nothing_need_be_expected():
    assert Scenario.model_validate(SCENARIO).expect.model_dump() == {
        "profile": None,
        "fires": (),
        "silent": (),
        "undecided": (),
        "first": (),
    }
