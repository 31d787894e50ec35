"""The axes in words, and what stands beside them."""

from __future__ import annotations

import pytest

from mhscan.reports.parts.profile import across, axes

PHASES = [{"id": one, "title": one.upper()} for one in ("x", "y", "z")]
FIELDS = [{"id": "hh", "x": "high", "y": "high", "label": "Both high", "text": "Well on the way."}]
PROFILE = {"x": "x", "y": "y", "split": 50, "margin": 10, "note": "An aid.", "fields": FIELDS}


@pytest.fixture
def judged(build, judge):
    def run(answers, **model):
        factors = [build.factor(one, build.indicator("one"), build.indicator("two"), phase=one) for one in "xyz"]
        return judge(build.pack(*factors, phases=PHASES, **model), answers)

    return run


def answers(x, y):
    return {f"{f}.{one}": level for f, level in (("x", x), ("y", y)) for one in ("one", "two")}


def test_a_field_has_its_label_and_text(judged):
    found = axes(judged(answers(4, 3), profile=PROFILE))
    assert (found.field, found.text, found.note, found.split) == ("Both high", "Well on the way.", "An aid.", 50)
    assert (found.x.title, found.x.score, found.y.title, found.y.score) == ("X", 100, "Y", 75)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "Too little is known about X and Y to name a field."),
        (answers(4, 2), "The score of Y lies too near the middle to name a field."),
        (
            {"x.one": 3, "y.one": 4, "y.two": 4},
            "The open answers about X can still change the field, so none is named.",
        ),
        (answers(0, 0), ""),
    ],
)
def test_where_no_field_can_be_named_it_says_why(judged, given, text):
    found = axes(judged(given, profile=PROFILE))
    assert (found.field, found.text) == ("", text)


def test_without_a_profile_there_are_no_axes_and_all_phases_stand_side_by_side(judged):
    result = judged(answers(4, 3))
    assert axes(result) is None
    assert [one.title for one in across(result)] == ["X", "Y", "Z"]


def test_with_a_profile_only_the_other_phases_stand_beside_it(judged):
    assert [one.id for one in across(judged({}, profile=PROFILE))] == ["z"]


def test_a_total_stands_last(judged):
    assert [one.title for one in across(judged({}, aggregate={"total": True}))] == ["X", "Y", "Z", "Total"]
