"""Which indicators a condition leans on."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.advice.dependencies import asks_score, indicators_behind
from mhscan.conditions import Condition


def read(data):
    return TypeAdapter(Condition).validate_python(data)


@pytest.fixture
def pack(build):
    one = build.factor("one", build.indicator("a"), build.indicator("b"), phase="first")
    two = build.factor("two", build.indicator("c"))
    context = [
        {"id": "plan", "type": "yesno", "text": "A plan?"},
        {"id": "until", "type": "date", "text": "Until?", "applies_if": {"indicator": "two.c", "at_least": 1}},
    ]
    return build.pack(one, two, phases=[{"id": "first", "title": "First"}], context=context)


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        ({"indicator": "one.a", "at_least": 1}, {"one.a"}),
        ({"context": "plan", "is": True}, set()),
        ({"context": "until", "at_least": 1}, {"two.c"}),
        ({"subject": "size", "at_least": 1}, set()),
        (
            {"not": {"any": [{"indicator": "one.a", "at_least": 1}, {"indicator": "two.c", "at_most": 1}]}},
            {"one.a", "two.c"},
        ),
        ({"all": [{"factor": "one", "at_least": 50}]}, {"one.a", "one.b"}),
        ({"phase": "first", "at_least": 50}, {"one.a", "one.b"}),
        ({"gap": {"high": {"factor": "one"}, "low": {"factor": "two"}, "at_least": 5}}, {"one.a", "one.b", "two.c"}),
        ({"count_of": {"factor": "one", "at_least": 2}, "at_least": 1}, {"one.a", "one.b"}),
        ({"count_of": [{"indicator": "one.b", "at_least": 2}], "at_least": 1}, {"one.b"}),
    ],
)
def test_a_condition_leans_on_what_it_names_and_on_all_that_a_score_is_made_of(pack, condition, found):
    assert indicators_behind(pack, read(condition)) == found


@pytest.mark.parametrize(
    ("condition", "asks"),
    [
        ({"factor": "one", "at_least": 50}, True),
        ({"not": {"phase": "first", "at_least": 50}}, True),
        ({"gap": {"high": {"factor": "one"}, "low": {"factor": "two"}, "at_least": 5}}, True),
        ({"count_of": {"factor": "one", "at_least": 2}, "at_least": 1}, False),
        ({"indicator": "one.a", "at_least": 1}, False),
    ],
)
def test_only_a_test_of_a_score_asks_for_scores(condition, asks):
    assert asks_score(read(condition)) is asks
