"""An assessment as data."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.answers.model import Answer, Assessment, Evidence


def test_only_an_answered_question_has_a_value(make):
    skipped = Answer(state="skipped", value=3)
    assessment = make(answers={"a.b": Answer(state="answered", value=3), "a.c": skipped})
    assert assessment.value("a.b") == 3
    assert assessment.value("a.c") is None
    assert assessment.value("a.d") is None


def test_the_name_of_the_subject_is_text_even_where_it_is_missing_or_a_number(make):
    assert make().name == "Northport"
    assert make(subject={"name": 12}).name == "12"
    assert make(subject={}).name == ""


def test_an_assessment_cannot_be_changed_in_place(make):
    with pytest.raises(ValidationError, match="frozen"):
        make().id = "other"


@pytest.mark.parametrize("date", ["1 May 2026", "2026-5-1", "26-05-01", ""])
def test_a_date_has_one_form(date):
    with pytest.raises(ValidationError, match="should match pattern"):
        Evidence(title="Minutes", date=date)


def test_an_unknown_state_is_refused():
    with pytest.raises(ValidationError, match="'answered', 'unknown', 'not_applicable' or 'skipped'"):
        Answer(state="maybe")


def test_an_unknown_key_is_refused(make):
    data = make().model_dump(by_alias=True) | {"colour": "blue"}
    with pytest.raises(ValidationError, match="Extra inputs"):
        Assessment.model_validate(data)


@pytest.mark.parametrize("key", ["plan", "a.b.c.d", "A.b", "a b.c", "a.", "a.b."])
def test_the_key_of_an_answer_is_a_group_an_id_and_perhaps_a_fact(make, key):
    data = make().model_dump(by_alias=True) | {"answers": {key: {"state": "skipped"}}}
    with pytest.raises(ValidationError, match="pattern"):
        Assessment.model_validate(data)


@pytest.mark.parametrize("value", [True, 0, 2.5, "text", ("one", "two"), ()])
def test_a_value_keeps_its_type(value):
    kept = Answer.model_validate({"state": "answered", "value": value}).value
    assert kept == value
    assert type(kept) is type(value)
