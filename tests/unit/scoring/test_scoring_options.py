"""What an answer can still be, as far as conditions tell it apart."""

from __future__ import annotations

import pytest

from mhscan.advice.robustness import robustness
from mhscan.conditions import ContextTest, IndicatorTest, SubjectTest
from mhscan.scoring.facts import NOT_ASKED, Fact
from mhscan.scoring.options import (
    TangledError,
    answers_of,
    between,
    fits,
    groups,
    options,
    question_of,
    question_values,
    value_fits,
)

OPTIONS = [{"id": one, "text": one} for one in ("x", "y", "z")]
MANY = [{"id": f"o{n}", "text": f"{n}"} for n in range(9)]
CONTEXT = [
    {"id": "yes", "type": "yesno", "text": "?"},
    {"id": "one", "type": "single", "text": "?", "options": OPTIONS},
    {"id": "some", "type": "multi", "text": "?", "options": OPTIONS},
    {"id": "many", "type": "multi", "text": "?", "options": MANY},
    {"id": "count", "type": "number", "text": "?", "minimum": 1, "maximum": 9},
    {"id": "free", "type": "number", "text": "?"},
    {"id": "day", "type": "date", "text": "?"},
    {"id": "word", "type": "text", "text": "?"},
]
SIZE = {"id": "size", "type": "number", "text": "?"}


@pytest.fixture
def pack(build):
    subject = {"singular": "club", "plural": "clubs", "name": "?", "fields": [SIZE]}
    return build.pack(build.factor("f", build.indicator("one", levels=[4, 0, 2])), context=CONTEXT, subject=subject)


def context(name, **test):
    return ContextTest(context=name, **test)


def level(**test):
    return IndicatorTest(indicator="f.one", **test)


@pytest.mark.parametrize(
    ("name", "tests", "values"),
    [
        ("yes", [{"is_": True}], [True, False]),
        ("one", [{"is_": "x"}], ["x", "y", "z"]),
        ("some", [], [()]),
        ("some", [{"has": "z"}, {"has": "x"}], [(), ("x",), ("z",), ("x", "z")]),
        ("count", [{"at_least": 5}], [1, 2, 4, 5, 6]),
        ("count", [{"at_most": 9}, {"at_least": 1}], [1, 2, 8, 9]),
        ("count", [{"at_least": 2.5}], [1, 2, 3]),
        ("count", [{"in_": (4, 7)}], [1, 2, 3, 4, 5, 6, 7, 8]),
        ("free", [{"is_": 3}], [0, 1, 2, 3, 4]),
        ("free", [], [0, 1]),
        (
            "day",
            [{"is_": "2026-01-01"}, {"in_": ("2026-13-01", "2027-01-01")}],
            ["2026-01-01", "2027-01-01", "2026-01-02"],
        ),
        ("word", [{"is_": "a"}], ["a", ""]),
    ],
)
def test_a_question_has_a_value_of_each_kind_that_a_test_tells_apart(pack, name, tests, values):
    found = question_values(pack, f"context.{name}", [context(name, **test) for test in tests])
    assert list(found) == values


def test_a_field_of_the_subject_is_a_question_too(pack):
    assert list(question_values(pack, "subject.size", [SubjectTest(subject="size", at_least=50)])) == [0, 1, 49, 50, 51]


def test_an_indicator_is_no_question_of_a_type(pack):
    assert question_of(pack, "context.yes").id == "yes"
    with pytest.raises(KeyError, match=r"f\.one"):
        question_of(pack, "f.one")


def test_what_was_filled_in_for_an_unknown_answer_stays_unknown(pack):
    tests = [context("yes", state="unknown"), context("yes", is_=True)]
    assert options(pack, "context.yes", Fact("unknown", False), tests) == (Fact("unknown", False),)
    assert options(pack, "f.one", Fact("unknown", 2, "region"), [level(at_least=1)]) == (Fact("unknown", 2, "region"),)


@pytest.mark.parametrize(("below", "values"), [(6, [1, 2, 4, 5]), (5, [1, 2, 4]), (2, [1]), (1, [1])])
def test_a_suppressed_number_is_one_below_the_limit_or_the_lowest_there_is(pack, below, values):
    tests = [context("count", at_least=5)]
    assert list(answers_of(pack, "context.count", Fact("answered", below=below), tests)) == values
    assert list(answers_of(pack, "context.count", Fact("answered"), tests)) == [1, 2, 4, 5, 6]
    assert list(answers_of(pack, "context.count", Fact("answered", 7), tests)) == [7]


def test_more_choices_than_can_be_looked_at_are_refused(pack):
    tests = [context("many", has=f"o{n}") for n in range(9)]
    assert len(question_values(pack, "context.many", tests[:8])) == 256
    with pytest.raises(TangledError) as caught:
        question_values(pack, "context.many", tests)
    assert caught.value.keys == ["context.many"]


def test_levels_that_no_test_tells_apart_stand_together_with_their_scores(pack):
    test = level(at_least=2)
    low, high = sorted(groups(pack, "f.one", NOT_ASKED, [test]), key=lambda group: group.low)
    assert (low.low, low.high, low.lowest, low.holds) == (0, 0, Fact("answered", 0), (False,))
    assert (high.low, high.high, high.lowest, high.highest) == (50, 100, Fact("answered", 2), Fact("answered", 4))


def test_without_tests_there_is_one_group(pack):
    (group,) = groups(pack, "f.one", NOT_ASKED, [])
    assert (group.low, group.high, group.holds) == (0, 100, ())


def test_of_what_has_no_score_the_first_answer_stands_for_its_group(pack):
    (group,) = groups(pack, "context.one", NOT_ASKED, [])
    assert (group.low, group.high, group.lowest, group.highest) == (0, 0, Fact("answered", "x"), Fact("answered", "x"))


def test_an_answer_is_one_group(pack):
    tests = [level(at_least=2), level(carried="region")]
    (group,) = groups(pack, "f.one", Fact("answered", 2, "region"), tests)
    assert (group.low, group.high, group.holds) == (50, 50, (True, True))


def test_who_may_carry_it_is_open_unless_it_was_said(pack):
    tests = [level(carried="region")]
    assert [one.holds for one in groups(pack, "f.one", NOT_ASKED, tests)] == [(False,), (True,)]
    for carrier, holds in (("region", True), ("other", False)):
        (group,) = groups(pack, "f.one", Fact("unknown", None, carrier), tests)
        assert group.holds == (holds,)


def test_unknown_is_a_fact_for_a_test_of_the_state_and_open_for_its_value(pack):
    tests = [context("yes", state="unknown"), context("yes", is_=True)]
    seen = {one.holds for one in groups(pack, "context.yes", Fact("unknown"), tests)}
    assert seen == {(True, True), (True, False)}


@pytest.mark.parametrize("state", ["skipped", "not_asked"])
def test_what_was_skipped_or_not_asked_can_become_answered_or_unknown(pack, state):
    tests = [context("yes", state="unknown"), context("yes", state="answered"), context("yes", state="not_applicable")]
    seen = {one.holds for one in groups(pack, "context.yes", Fact(state), tests)}
    assert seen == {(True, False, False), (False, True, False)}


@pytest.mark.parametrize(
    ("test", "value", "holds"),
    [
        ({"is_": True}, True, True),
        ({"is_": 1}, True, False),
        ({"is_": True}, 1, False),
        ({"is_": "x"}, "x", True),
        ({"in_": ("x", "y")}, "y", True),
        ({"in_": ("x", "y")}, "z", False),
        ({"has": "x"}, ("x", "y"), True),
        ({"has": "x"}, ("y",), False),
        ({"has": "x"}, "x", False),
        ({"at_least": 2}, 2, True),
        ({"at_least": 2}, 1, False),
        ({"at_most": 2}, 2, True),
        ({"at_most": 2}, 3, False),
        ({"at_least": 0}, False, False),
        ({"at_most": 2}, True, False),
        ({"at_most": 2}, None, False),
        ({"at_least": 1, "is_": 3}, 2, False),
        ({}, "anything", True),
    ],
)
def test_a_value_meets_all_that_a_test_asks(test, value, holds):
    assert value_fits(context("yes", **test), value) is holds


@pytest.mark.parametrize(
    ("test", "option", "holds"),
    [
        ({"at_least": 2}, Fact("answered", 2), True),
        ({"at_least": 3}, Fact("answered", 2), False),
        ({"at_most": 1}, Fact("answered", 2), False),
        ({"carried": "region"}, Fact("answered", 2, "region"), True),
        ({"carried": "region"}, Fact("answered", 2), False),
        ({"state": "answered", "at_least": 1}, Fact("answered", 2), True),
        ({"state": "unknown"}, Fact("answered", 2), False),
        ({"state": "unknown"}, Fact("unknown", 2), True),
    ],
)
def test_a_level_meets_all_that_a_test_asks(test, option, holds):
    assert fits(level(**test), option) is holds


def test_limits_are_included_and_may_lack():
    assert between(2, 2, 2)
    assert between(2, None, None)
    assert not between(2, 3, None)
    assert not between(2, None, 1)


def test_a_question_to_which_nothing_can_be_answered_stays_as_it_is_in_all_that_is_worked_out(build, judge):
    never = {"id": "never", "type": "number", "text": "How many?", "minimum": 9, "maximum": 8}
    only = {"applies_if": {"context": "never", "at_least": 9}}
    pack = build.pack(build.factor("f", build.indicator("one"), build.indicator("two", **only)), context=[never])
    assert options(pack, "context.never", NOT_ASKED, [context("never", at_least=9)]) == (NOT_ASKED,)
    for answers in ({}, {"f.one": 2}, {"f.one": 2, "f.two": 1}):
        result = judge(pack, answers)
        assert robustness(result) is not None
        assert all(figure.low <= figure.high for figure in result.scores.figures.values())
