"""Then and now, side by side."""

from __future__ import annotations

import dataclasses

import pytest

from mhscan.errors import InputError
from mhscan.reports.build import build_view
from mhscan.reports.parts.progress import progress

THEN = {"people.lead": 1, "people.course": 2}
NOW = {"people.lead": 1, "people.course": 3}


@pytest.fixture
def compared(english_pack, judge):
    def make(before, after, **more):
        return progress(judge(english_pack, before, **more), judge(english_pack, after))

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


def test_what_makes_two_scans_hard_to_compare_is_said(compared):
    assert len(compared(THEN, NOW).remarks) == 1
    shown = compared(THEN, NOW, subject={"name": "Elsewhere"}, date="2030-01-01", questionnaire="visitor-x")
    assert [
        one for one in shown.remarks if "Elsewhere" in one or "questionnaires" in one or "later date" in one
    ] == list(shown.remarks[1:])
    assert len(shown.remarks) == 4


def test_the_answers_of_a_partner_cannot_be_compared(compared):
    with pytest.raises(InputError, match="nothing to compare"):
        compared({"ashore.slope": 1}, NOW, questionnaire="visitor")


@pytest.mark.parametrize("output_format", ["md", "html"])
def test_a_report_shows_the_progress_where_there_is_one(compared, full_result, made, output_format):
    view = build_view(full_result)
    assert "What has changed" not in made(view, output_format)
    text = made(dataclasses.replace(view, progress=compared(THEN, NOW)), output_format)
    assert "What has changed" in text
    assert "another person who answers" in text
