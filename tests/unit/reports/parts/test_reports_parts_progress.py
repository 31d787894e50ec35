"""Then and now, side by side."""

from __future__ import annotations

import dataclasses

import pytest

from mhscan.errors import InputError
from mhscan.reports.build import build_view
from mhscan.reports.parts.progress import progress
from mhscan.trend.compare import compare
from mhscan.trend.scans import Given

THEN = {"people.lead": 1, "people.course": 2}
NOW = {"people.lead": 1, "people.course": 3}


@pytest.fixture
def compared(english_pack, build):
    def make(before, after, **more):
        now = {"questionnaire": more["questionnaire"]} if "questionnaire" in more else {}
        given = [
            Given("then", build.assessment(english_pack, before, **{"date": "2025-05-01", **more}), english_pack),
            Given("now", build.assessment(english_pack, after, **now), english_pack),
        ]
        return progress(compare(english_pack, given))

    return make


def words(shown):
    return {one.title: one.words for one in shown.changes}


def test_each_phase_and_factor_stands_there_then_and_now(compared, english_pack):
    shown = compared(THEN, NOW, date="2025-05-01")
    assert shown.since == "1 May 2025"
    assert [one.title for one in shown.changes] == [
        *(one.title for one in english_pack.model.phases),
        *(one.title for one in english_pack.factors),
    ]


def test_a_difference_is_said_in_points(compared, english_pack):
    up, down, same = compared(THEN, NOW), compared(NOW, THEN), compared(NOW, NOW)
    title = next(one.title for one in english_pack.factors if one.id == "people")
    assert words(up)[title].endswith("higher")
    assert words(down)[title].endswith("lower")
    assert words(same)[title] == "the same"


def test_what_was_unknown_is_never_compared_as_zero(compared):
    shown = compared({}, NOW)
    assert {one.words for one in shown.changes} == {"cannot be compared"}
    assert {one.before for one in shown.changes} == {None}


def test_a_difference_that_open_answers_can_undo_is_not_named(compared, english_pack):
    title = next(one.title for one in english_pack.factors if one.id == "ashore")
    half = {"ashore.slope": 1, "ashore.contrast": 1, "ashore.toilet": 1, "ashore.sound": 3}
    shown = compared(half, {**half, "ashore.slope": 2})
    assert words(shown)[title] == "cannot be compared"


def test_what_else_may_explain_a_difference_is_said(compared):
    assert compared(THEN, NOW).remarks == ("Not both scans are closed. Their answers can still change.",)
    assert len(compared(THEN, NOW, kind="consensus").remarks) == 2


def test_another_subject_is_refused(compared):
    with pytest.raises(InputError, match="are about different subjects"):
        compared(THEN, NOW, subject={"name": "Elsewhere"})


def test_the_answers_of_a_partner_cannot_be_compared(compared):
    with pytest.raises(InputError, match="nothing to compare"):
        compared({"ashore.slope": 1}, NOW, questionnaire="visitor")


@pytest.mark.parametrize("output_format", ["md", "html"])
def test_a_report_shows_the_progress_where_there_is_one(compared, full_result, made, output_format):
    view = build_view(full_result)
    assert "What has changed" not in made(view, output_format)
    text = made(dataclasses.replace(view, progress=compared(THEN, NOW)), output_format)
    assert "What has changed" in text
    assert "Their answers can still change" in text
