"""Every kind of condition names the answers and scores that it looks at."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.conditions import Condition, figures_of, keys_of, score_tests

ONE = {"indicator": "f.one", "at_least": 2}
TWO = {"context": "lead", "is": "me"}
THREE = {"subject": "size", "at_most": 9}


@pytest.mark.parametrize(
    ("condition", "keys"),
    [
        (ONE, ["f.one"]),
        (TWO, ["context.lead"]),
        (THREE, ["subject.size"]),
        ({"not": TWO}, ["context.lead"]),
        ({"all": [TWO, ONE]}, ["context.lead", "f.one"]),
        ({"any": [ONE, {"not": {"all": [THREE, ONE]}}]}, ["f.one", "subject.size", "f.one"]),
        ({"count_of": [ONE, TWO], "at_least": 1}, ["f.one", "context.lead"]),
        ({"count_of": {"factor": "f", "at_least": 1}, "at_least": 1}, []),
        ({"factor": "f", "at_least": 1}, []),
        ({"phase": "p", "at_most": 1}, []),
        ({"gap": {"high": {"factor": "f"}, "low": {"phase": "p"}, "at_least": 1}}, []),
    ],
)
def test_a_condition_mentions_the_answers_it_names_in_its_own_order(condition, keys):
    assert keys_of(TypeAdapter(Condition).validate_python(condition)) == keys


F, P, GAP = (
    {"factor": "f", "at_least": 1},
    {"phase": "p", "at_most": 1},
    {"gap": {"high": {"phase": "q"}, "low": {"factor": "g"}, "at_least": 1}},
)


@pytest.mark.parametrize(
    ("condition", "figures"),
    [
        (F, ["f"]),
        (P, ["p"]),
        (GAP, ["q", "g"]),
        ({"not": F}, ["f"]),
        ({"all": [P, ONE, F]}, ["p", "f"]),
        ({"any": [TWO, {"not": {"all": [GAP, P]}}]}, ["q", "g", "p"]),
        ({"count_of": [F, ONE, P], "at_least": 1}, ["f", "p"]),
        ({"count_of": {"factor": "f", "at_least": 1}, "at_least": 1}, []),
        (ONE, []),
        (TWO, []),
    ],
)
def test_a_condition_mentions_the_scores_it_names_in_its_own_order(condition, figures):
    found = figures_of(TypeAdapter(Condition).validate_python(condition))
    assert [ref.factor or ref.phase for ref in found] == figures


def test_the_tests_of_scores_in_a_condition_come_in_its_own_order():
    count = {"count_of": [ONE, F, GAP], "at_least": 1}
    each = {"count_of": {"factor": "f", "at_least": 1}, "at_least": 1}
    condition = TypeAdapter(Condition).validate_python({"all": [P, {"any": [{"not": GAP}, TWO]}, count, each, THREE]})
    wanted = [TypeAdapter(Condition).validate_python(one) for one in (P, GAP, F, GAP)]
    assert score_tests(condition) == wanted
