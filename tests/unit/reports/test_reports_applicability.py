"""Which earlier answer decides whether a question is asked, as paper says it."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.reports.applicability import only_if

NUMBERS = {"context.steps": 1, "context.users": 2, "ashore.lift": 3, "ashore.slope": 4, "context.berths": 5}


@pytest.fixture
def said(english_pack):
    def say(condition):
        read = TypeAdapter(Condition | None).validate_python(condition)
        return only_if(english_pack, read, NUMBERS)

    return say


def test_a_question_for_everybody_has_no_such_words(said):
    assert said(None) == ""


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ({"context": "steps", "is": True}, "'yes' at question 1"),
        ({"context": "steps", "is": False}, "'no' at question 1"),
        ({"indicator": "ashore.lift", "at_least": 3}, "3 or higher at question 3"),
        ({"context": "berths", "at_least": 10}, "10 or more at question 5"),
    ],
)
def test_a_simple_condition_is_told_with_its_answer_and_question(said, condition, answer):
    assert said(condition) == f"Answer this question only if you chose {answer}. Else leave it out."


@pytest.mark.parametrize(
    ("condition", "questions"),
    [
        ({"all": [{"indicator": "ashore.lift", "at_least": 1}, {"context": "steps", "is": True}]}, "questions 1 and 3"),
        (
            {"any": [{"indicator": "ashore.lift", "at_least": 1}, {"indicator": "ashore.lift", "at_most": 3}]},
            "question 3",
        ),
        ({"indicator": "ashore.lift", "at_most": 1}, "question 3"),
        ({"context": "users", "has": "wheelchair"}, "question 2"),
    ],
)
def test_another_condition_names_the_questions_that_decide(said, condition, questions):
    assert said(condition) == (
        f"Whether this question applies depends on {questions}. If it does not apply, leave it out."
    )


@pytest.mark.parametrize(
    "condition",
    [
        {"subject": "berths", "at_least": 50},
        {"all": [{"context": "steps", "is": True}, {"indicator": "afloat.ramp", "at_least": 1}]},
    ],
)
def test_where_something_decides_that_the_list_does_not_ask_it_says_so(said, condition):
    assert said(condition) == (
        "Whether this question applies depends on more than this list asks. If it does not apply, leave it out."
    )
