"""Answers become facts; what does not fit the pack is left out and named."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy
from mhscan.scoring.facts import NOT_ASKED, Fact, Facts, gather

CONTEXT = [
    {
        "id": "lead",
        "type": "single",
        "text": "Who?",
        "options": [{"id": "me", "text": "I"}, {"id": "you", "text": "You"}],
    },
    {
        "id": "users",
        "type": "multi",
        "text": "Whom?",
        "options": [{"id": "old", "text": "Old"}, {"id": "young", "text": "Young"}],
    },
    {"id": "count", "type": "number", "text": "How many?", "maximum": 9},
]
FIELDS = {"singular": "club", "plural": "clubs", "name": "Which?"} | {
    "fields": [
        {"id": "size", "type": "number", "text": "Size?"},
        {"id": "code", "type": "text", "text": "Code?", "pattern": "[A-Z]+"},
    ]
}


@pytest.fixture
def pack(build):
    return build.pack(
        build.factor("f", build.indicator("one"), build.indicator("two")), context=CONTEXT, subject=FIELDS
    )


@pytest.fixture
def known(build, pack):
    return lambda answers, **more: gather(pack, build.assessment(pack, answers, **more))


def test_a_level_that_the_indicator_has_is_a_fact(known):
    assert known({"f.one": 3}).get("f.one") == Fact("answered", 3)


def test_a_question_without_an_answer_is_not_asked(known):
    assert known({}).get("f.one") is NOT_ASKED
    assert Facts().get("anything").state == "not_asked"


@pytest.mark.parametrize("state", ["unknown", "skipped", "not_applicable"])
def test_a_state_without_a_value_is_a_fact_without_a_value(known, state):
    assert known({"f.one": Answer(state=state)}).get("f.one") == Fact(state)


@pytest.mark.parametrize("value", [7, -1, True, "3", 2.0, ("2",)])
def test_a_value_that_is_no_level_is_left_out(known, value):
    facts = known({"f.one": value, "f.two": 1})
    assert facts.left_out == ("f.one",)
    assert facts.get("f.one") is NOT_ASKED
    assert facts.get("f.two").value == 1


@pytest.mark.parametrize("key", ["f.gone", "context.gone", "subject.gone"])
def test_a_question_that_the_pack_lacks_is_left_out(known, key):
    assert known({key: 2}).left_out == (key,)


@pytest.mark.parametrize("key", ["f.gone", "context.gone", "subject.gone"])
def test_a_question_that_the_pack_lacks_is_left_out_even_when_skipped(known, key):
    assert known({key: Answer(state="skipped")}).left_out == (key,)


@pytest.mark.parametrize("key", ["subject.size", "respondent.role"])
def test_a_question_of_the_start_can_be_skipped(known, key):
    facts = known({key: Answer(state="skipped")})
    assert facts.left_out == ()
    assert facts.get(key).state == "skipped"


def test_an_answered_field_of_the_subject_belongs_to_the_subject_not_to_the_answers(known):
    assert known({"subject.size": 4}).left_out == ("subject.size",)


def test_options_are_kept_in_the_order_of_the_question(known):
    assert known({"context.users": ("young", "old")}).get("context.users").value == ("old", "young")


@pytest.mark.parametrize(
    ("key", "value"), [("lead", "nobody"), ("users", ("aliens",)), ("count", 10), ("count", "two")]
)
def test_an_answer_that_a_context_question_refuses_is_left_out(known, key, value):
    assert known({f"context.{key}": value}).left_out == (f"context.{key}",)


def test_fields_of_the_subject_are_facts(known):
    facts = known({}, subject={"size": 12, "code": "AB"})
    assert facts.get("subject.size") == Fact("answered", 12)
    assert facts.get("subject.code") == Fact("answered", "AB")


def test_a_field_of_the_subject_that_does_not_fit_is_not_asked(known):
    facts = known({}, subject={"code": "lower case"})
    assert facts.get("subject.code") is NOT_ASKED
    assert facts.left_out == ()


def test_a_fact_keeps_who_carries_it(known):
    carried = CarriedBy(kind="district", name="Treaty")
    facts = known(
        {
            "f.one": Answer(state="answered", value=2, carried_by=carried),
            "f.two": Answer(state="unknown", carried_by=carried),
        }
    )
    assert facts.get("f.one") == Fact("answered", 2, "district")
    assert facts.get("f.two") == Fact("unknown", None, "district")
