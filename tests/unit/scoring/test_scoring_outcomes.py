"""Three outcomes, and how they go together."""

from __future__ import annotations

import pytest

from mhscan.scoring.outcomes import FALSE, TRUE, conjunction, disjunction, negate, unsaid

OUTCOMES = {True: TRUE, False: FALSE, None: unsaid(["x"])}


@pytest.mark.parametrize(
    ("one", "two", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_outcomes_go_together_in_either_order(one, two, both, either):
    for pair in ([one, two], [two, one]):
        found = [OUTCOMES[each] for each in pair]
        assert conjunction(found).value is both
        assert disjunction(found).value is either


def test_all_of_nothing_is_true_and_any_of_nothing_is_false():
    assert conjunction([]) == TRUE
    assert disjunction([]) == FALSE


def test_the_opposite_of_what_cannot_be_said_cannot_be_said():
    assert [negate(one).value for one in (TRUE, FALSE, unsaid(["a"]))] == [False, True, None]
    assert negate(unsaid(["a"])) == unsaid(["a"])


def test_all_open_answers_that_decide_are_named():
    assert conjunction([unsaid(["a"]), TRUE, unsaid(["b"])]) == unsaid(["a", "b"])
    assert disjunction([unsaid(["a"]), FALSE, unsaid(["b"])]) == unsaid(["a", "b"])


def test_what_is_decided_names_no_open_answer():
    assert conjunction([unsaid(["a"]), FALSE]).open == frozenset()
    assert disjunction([unsaid(["a"]), TRUE]).open == frozenset()
