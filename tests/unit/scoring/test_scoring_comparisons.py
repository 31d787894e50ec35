"""Which answers a comparison tells apart: each mark with the few after it, and the few before the first."""

from __future__ import annotations

import pytest

from mhscan.conditions import ContextTest, LevelTest, ValueTest
from mhscan.scoring.comparisons import days_of, deciding_tests, place_of, told_apart
from mhscan.scoring.deciders import compared_in, deciders_of
from mhscan.scoring.facts import Fact, Facts

CONTEXT = [
    {"id": "few", "type": "number", "text": "?", "maximum": 9},
    {"id": "many", "type": "number", "text": "?", "minimum": 2},
    {"id": "free", "type": "number", "text": "?"},
    {"id": "first", "type": "date", "text": "?"},
    {"id": "last", "type": "date", "text": "?"},
]
ABOVE = {"context": "few", "above": "context.many"}
AFTER = {"context": "last", "above": "context.first"}
AHEAD = {"context": "first", "ahead": {"at_least": 10, "at_most": 20}}


@pytest.fixture
def values(build):
    """The answers to a question that these tests tell apart."""
    pack = build.pack(build.factor("f", build.indicator("one")), context=CONTEXT)

    def found(name, *tests, date="", **facts):
        asked = {}
        for test in tests:
            asked.setdefault(f"context.{test['context']}", []).append(ContextTest.model_validate(test))
        known = Facts({f"context.{one}": fact for one, fact in facts.items()}, date=date)
        each = told_apart(pack, f"context.{name}", asked, compared_in(asked), known)
        assert all(test == ValueTest(is_=test.is_) for test in each)
        return [test.is_ for test in each]

    return found


def test_a_question_that_is_compared_with_nothing_has_no_answers_to_tell_apart(values):
    assert values("free", ABOVE, {"context": "free", "at_least": 3}) == []


@pytest.mark.parametrize(
    ("facts", "few"),
    [
        ({}, [0, 1, 2, 3, 4, 9]),
        ({"many": Fact("answered", 6)}, [0, 1, 2, 3, 4, 6, 7, 8, 9]),
        ({"many": Fact("answered", below=5)}, [0, 1, 2, 3, 4, 5, 6, 7, 9]),
        ({"free": Fact("answered", 6)}, [0, 1, 2, 3, 4, 9]),
    ],
)
def test_numbers_lie_at_the_limits_and_at_what_they_are_compared_with(values, facts, few):
    assert values("few", ABOVE, **facts) == few


@pytest.mark.parametrize(
    "test", [{"at_least": 5}, {"at_most": 5.5}, {"is": 5}, {"in": ["none", 5]}, {"state": "unknown", "at_least": 5}]
)
@pytest.mark.parametrize("of", ["few", "many"])
def test_a_number_that_a_test_names_is_a_mark(values, of, test):
    assert values("few", ABOVE, {"context": of, **test}) == [0, 1, 2, 3, 4, 5, 6, 7, 9]


def test_what_is_no_test_of_a_number_is_no_mark(values):
    assert values("few", ABOVE, {"context": "few", "is": True}) == [0, 1, 2, 3, 4, 9]


def test_before_the_first_mark_there_is_room_for_each_question(values):
    free = {"context": "few", "above": "context.free"}
    assert values("free", free, {"context": "many", "is": 7}) == [0, 1, 2, 9, 10, 11]
    assert values("many", ABOVE, free, {"context": "many", "is": 7}) == [2, 3, 4, 5, 7, 8, 9, 10, 11, 12]


def test_dates_lie_at_the_scan_and_at_the_days_that_tests_name(values):
    near = ["2026-04-29", "2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03"]
    assert values("last", AFTER, date="2026-05-01") == near
    named = {"context": "first", "in": ["2026-13-01", "2026-07-01"]}
    assert values("last", AFTER, named, date="2026-05-01") == [*near, "2026-07-01", "2026-07-02", "2026-07-03"]
    assert values("first", AFTER, last=Fact("answered", "2026-07-01"), date="2026-05-01")[5:] == [
        "2026-07-01", "2026-07-02", "2026-07-03"
    ]  # fmt: skip


def test_days_ahead_are_counted_from_the_date_of_the_scan(values):
    assert values("first", AHEAD, date="2026-05-01") == [
        "2026-04-30", "2026-05-01", "2026-05-02", "2026-05-11", "2026-05-12", "2026-05-21", "2026-05-22"
    ]  # fmt: skip


def test_without_a_date_of_the_scan_any_days_will_do(values):
    assert set(values("first", AHEAD)) == {"1900-01-01", "1900-01-02"}
    assert set(values("last", AFTER)) == {"1900-01-01", "1900-01-02", "1900-01-03"}


def test_an_answer_stands_where_its_number_or_day_does():
    assert place_of(3) == 3
    assert place_of(2.5) == 2.5
    assert place_of("2026-05-02") - place_of("2026-04-30") == 2


@pytest.mark.parametrize(
    ("ahead", "days"), [({"at_least": 0, "at_most": 9}, [0, 9]), ({"at_most": -1}, [-1]), ({}, []), (None, [])]
)
def test_a_test_names_the_days_of_its_limits(ahead, days):
    assert days_of(ValueTest(ahead=ahead)) == days


def test_a_decider_is_told_apart_by_its_tests_and_by_what_it_is_compared_with(build):
    one = build.indicator("one", applies_if={"all": [ABOVE, {"context": "free", "is": 3}]})
    pack = build.pack(build.factor("f", one), context=CONTEXT)
    own = deciders_of(pack).tests
    known = Facts({"context.few": Fact("answered", 6)})
    assert deciding_tests(pack, known, "context.free") == list(own["context.free"])
    assert deciding_tests(pack, known, "f.one") == []
    found = deciding_tests(pack, known, "context.many")
    assert found[: len(own["context.many"])] == list(own["context.many"])
    assert [test.is_ for test in found[len(own["context.many"]) :]] == [2, 3, 4, 6, 7, 8, 9, 10, 11]
    assert not any(isinstance(test, LevelTest) for test in found)
