"""The model of a pack."""

from __future__ import annotations

import copy

import pytest
from pydantic import ValidationError

from mhscan.pack.model import Model, Scale

MODEL = {
    "schema": "mhscan/model@1",
    "id": "allotment",
    "version": "1.0.0",
    "title": "Check",
    "language": "en",
    "subject": {"singular": "garden", "plural": "gardens", "name": "Which?"},
    "scales": {
        "steps": {"levels": [{"level": 1, "label": "A", "score": 0}, {"level": 2, "label": "B", "score": 62.5}]}
    },
    "factors": ["soil"],
    "coverage": {"minimum": 0.5},
    "bands": [{"id": "all", "label": "All", "from": 0}],
    "advice": {"low": 1, "enough": 3},
    "privacy": {"free_text": "Name nobody."},
}


@pytest.fixture
def data():
    return copy.deepcopy(MODEL)


def test_what_is_not_said_has_a_default(data):
    model = Model.model_validate(data)
    assert (model.phases, model.context, model.rules, model.profile) == ((), (), (), None)
    assert (model.aggregate.over, model.aggregate.mean, model.aggregate.total) == ("nested", "arithmetic", False)
    assert (model.advice.shown, model.advice.soon_days, model.privacy.small_number) == (5, 91, 5)
    assert model.coverage.not_applicable_at_most == 1


def test_a_scale_may_start_anywhere_and_give_any_score(data):
    scale = Model.model_validate(data).scales["steps"]
    assert isinstance(scale, Scale)
    assert [(scale.score(n), scale.label(n)) for n in (1, 2)] == [(0, "A"), (62.5, "B")]


def test_a_role_sees_with_the_subjects_own_eyes_unless_it_says_otherwise(data):
    data["roles"] = [{"id": "a", "label": "A"}, {"id": "b", "label": "B", "perspectives": ["partner", "own"]}]
    assert [one.perspectives for one in Model.model_validate(data).roles] == [("own",), ("partner", "own")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", "1.0"),
        ("version", 1.0),
        ("language", "English"),
        ("scales", {}),
        ("scales", {"Steps": MODEL["scales"]["steps"]}),
        ("factors", []),
        ("bands", []),
        ("bands", [{"id": "a", "label": "A", "from": 101}]),
        ("coverage", {"minimum": 1.1}),
        ("aggregate", {"mean": "median"}),
        ("advice", {"low": 1, "enough": 3, "shown": 0}),
        ("advice", {"low": "begun"}),
        ("privacy", {"free_text": ""}),
        ("moments", [{"id": "a", "label": "A", "date": "since"}]),
        ("context", [{"id": "a", "type": "colour", "text": "Which?"}]),
        ("context", [{"id": "a", "type": "single", "text": "Which?", "options": [{"id": "x", "text": "X"}]}]),
        ("rules", [{"id": "a", "title": "A", "text": "T", "when": {"context": "x"}, "severity": "error"}]),
    ],
)
def test_a_model_with_a_wrong_part_is_refused(data, key, value):
    data[key] = value
    with pytest.raises(ValidationError, match=rf"for Model\n{key}"):
        Model.model_validate(data)


@pytest.mark.parametrize("key", MODEL)
def test_each_key_without_a_default_must_be_there(data, key):
    del data[key]
    with pytest.raises(ValidationError, match=rf"for Model\n{key}\n  Field required"):
        Model.model_validate(data)
