"""Which of a moment and its ways back comes first."""

from __future__ import annotations

import pytest

from mhscan.advice.moments import coming, date_of, has_passed, ways

DAYS = [{"id": one, "type": "date", "text": "Which day?"} for one in ("spring", "autumn")]
MOMENTS = [
    {"id": "spring", "label": "spring", "date": "context.spring", "otherwise": "autumn"},
    {"id": "autumn", "label": "autumn", "date": "context.autumn", "otherwise": "spring"},
    {"id": "loose", "label": "some day"},
]
TODAY, BEFORE, AFTER = "2026-05-01", "2026-04-30", "2026-05-02"


@pytest.fixture
def result(build, judge):
    def run(**days):
        pack = build.pack(build.factor("f", build.indicator("x")), context=DAYS, moments=MOMENTS)
        return judge(pack, {f"context.{key}": day for key, day in days.items()})

    return run


def test_ways_back_are_followed_once_each(result):
    pack = result().pack
    assert [one.id for one in ways(pack, "spring")] == ["spring", "autumn"]
    assert [one.id for one in ways(pack, "loose")] == ["loose"]
    assert ways(pack, None) == ways(pack, "gone") == ()


@pytest.mark.parametrize(("day", "passed"), [(BEFORE, True), (TODAY, False), (AFTER, False)])
def test_a_moment_has_passed_from_the_day_after(result, day, passed):
    seen = result(spring=day)
    spring, autumn, loose = seen.pack.model.moments
    assert [date_of(seen.facts, one) for one in (spring, autumn, loose)] == [day, "", ""]
    assert [has_passed(seen.facts, seen.assessment, one) for one in (spring, autumn, loose)] == [passed, False, False]


@pytest.mark.parametrize(
    ("days", "first"),
    [
        ({}, "spring"),
        ({"spring": TODAY}, "spring"),
        ({"spring": BEFORE}, "autumn"),
        ({"spring": BEFORE, "autumn": AFTER}, "autumn"),
        ({"spring": BEFORE, "autumn": BEFORE}, None),
    ],
)
def test_the_first_that_has_not_passed_comes(result, days, first):
    seen = result(**days)
    found = coming(seen.pack, seen.facts, seen.assessment, "spring")
    assert (found.id if found else None) == first
