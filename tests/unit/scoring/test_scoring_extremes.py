"""The completion that makes a figure lowest or highest fits what is known, and comes to that end."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.scoring.extremes import HIGHEST, LOWEST, extreme_completion

YES = [{"id": one, "type": "yesno", "text": "?"} for one in "ab"]
NUMBERS = [{"id": one, "type": "number", "text": "?"} for one in ("few", "many")]
A = {"context": "a", "is": True}
UNKNOWN, ASIDE = Answer(state="unknown"), Answer(state="not_applicable", reason="no")


@pytest.fixture
def ends(build, judge, observed):
    """What the indicators of a factor with these conditions are worth where its score is lowest, and highest."""

    def found(answers, **conditions):
        made = [build.indicator(name, **({"applies_if": one} if one else {})) for name, one in conditions.items()]
        pack = build.pack(build.factor("f", *made), build.factor("g", observed()), context=[*YES, *NUMBERS])
        result = judge(pack, answers)
        figure = result.scores.factors["f"]
        each = []
        for direction, end in ((LOWEST, figure.low), (HIGHEST, figure.high)):
            value_of = extreme_completion(pack, result.facts, result.scores, "factor f", direction)
            worth = [value_of(f"f.{name}") for name in conditions]
            counted = [value for value in worth if value is not None]
            assert sum(counted) == end * len(counted), "the completion comes to that end"
            each.append(worth)
        return each

    return found


def test_an_open_question_is_answered_so_that_what_depends_on_it_counts_or_not(ends):
    assert ends({"f.one": 3}, x=None, one=A) == [[0, None], [100, None]]
    assert ends({"f.x": 2, "f.one": 4}, x=None, one=A) == [[50, None], [50, 100]]
    assert ends({"f.x": 2, "f.one": 0}, x=None, one=A) == [[50, 0], [50, None]]


def test_an_answer_stays_as_it_is(ends):
    for a, worth in ((True, 100), (False, None)):
        assert ends({"f.x": 2, "f.one": 4, "context.a": a}, x=None, one=A) == [[50, worth]] * 2


def test_a_question_that_was_set_aside_stays_so(ends):
    assert ends({"f.x": 2, "f.one": 4, "context.a": ASIDE}, x=None, one=A) == [[50, None]] * 2
    high = {"indicator": "f.x", "at_least": 3}
    assert ends({"f.x": ASIDE, "f.one": 4, "f.two": 0}, x=None, one=high, two=None) == [[None, None, 0]] * 2


def test_what_is_unknown_stays_so_for_a_test_of_its_state(ends):
    unknown = {"indicator": "f.x", "state": "unknown"}
    assert ends({"f.x": UNKNOWN, "f.one": 4}, x=None, one=unknown) == [[0, 100], [100, 100]]
    assert ends({"f.x": 2, "f.one": 4}, x=None, one=unknown) == [[50, None]] * 2
    context = {"all": [{"context": "a", "state": "unknown"}, A]}
    assert ends({"f.x": 2, "f.one": 4, "context.a": UNKNOWN}, x=None, one=context) == [[50, None], [50, 100]]


def test_questions_that_are_compared_are_answered_together(ends):
    above, below = {"context": "few", "above": "context.many"}, {"context": "few", "at_most": 4}
    assert ends({"f.x": 2, "f.one": 4}, x=None, one=above) == [[50, None], [50, 100]]
    both = {"all": [above, below]}
    for many, worth in ((3, 100), (4, None)):
        answers = {"f.x": 2, "f.one": 4, "context.many": many}
        assert ends(answers, x=None, one=both) == [[50, None], [50, worth]]


def test_a_fact_and_the_level_that_follows_from_it_are_answered_together(ends):
    both = {"all": [{"observation": "g.tools.set", "is": False}, {"indicator": "g.tools", "at_most": 0}]}
    assert ends({"f.x": 2, "f.one": 4}, x=None, one=both) == [[50, None], [50, 100]]
    never = {"all": [{"observation": "g.tools.set", "is": False}, {"indicator": "g.tools", "at_least": 1}]}
    assert ends({"f.x": 2, "f.one": 4}, x=None, one=never) == [[50, None]] * 2
    set_ = {"observation": "g.tools.set", "is": True}
    assert ends({"f.x": 2, "f.one": 0, "f.two": 4}, x=None, one=set_, two={"not": set_}) == [
        [50, 0, None],
        [50, None, 100],
    ]
    assert ends({"f.x": 2, "f.one": 4, "g.tools.set": True}, x=None, one=set_) == [[50, 100]] * 2
