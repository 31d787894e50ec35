"""A result becomes the view of a report: what is in it for the subject, and for a partner."""

from __future__ import annotations

import pytest

from mhscan import language
from mhscan.answers.model import Answer, Finished
from mhscan.reports.build import build_view


@pytest.fixture
def view(full_result):
    return build_view(full_result)


def test_a_report_says_about_whom_when_and_by_what_it_was_made(view, english_pack):
    assert (view.title, view.subject, view.date) == ("Access to a small harbour", "Testhaven", "1 May 2026")
    assert (view.stamp.pack, view.stamp.version) == ("Access to a small harbour (harbour-access)", "2.1.0")
    assert (view.stamp.sha256, view.stamp.questionnaire) == (english_pack.sha256, "All questions")
    assert view.stamp.tool.startswith("mhscan ")


def test_a_questionnaire_that_the_pack_lacks_is_stamped_by_its_id(english_pack, judge):
    assert build_view(judge(english_pack, {}, questionnaire="gone")).stamp.questionnaire == "gone"


def test_a_report_brings_the_texts_of_the_pack(view):
    assert view.decision == ("Choose which actions the harbour takes up.",)
    assert [(one.title, one.text) for one in view.top] == [("About this report", "Nobody has checked these answers.")]
    assert [one.title for one in view.end] == ["Somebody in the water?"]
    assert view.introduction[0] == "This scan looks at how a visitor gets from the street to a boat."
    assert view.limits[0] == "The harbour fills this in itself."


def test_all_claims_of_all_sources_are_listed(view, english_pack):
    assert [one.id for one in view.claims] == list(english_pack.claims)
    assert len(view.claims) == 9


def test_a_pack_without_a_profile_has_no_axes_and_shows_its_total(view):
    assert view.axes is None
    assert [one.id for one in view.across] == ["total"]


def test_a_partner_gets_answers_and_no_scores_advice_or_method(english_pack, judge):
    view = build_view(judge(english_pack, {"ashore.slope": 1, "ashore.toilet": 0}, questionnaire="visitor"))
    assert view.partner
    for part in ("summary", "first_steps", "decision", "across", "factors", "headings", "warnings", "more_warnings"):
        assert getattr(view, part) == ()
    for part in ("undecided", "quick_wins", "key_actions", "method"):
        assert getattr(view, part) == ()
    assert view.axes is None
    assert [line.answer for line in view.annex[0].lines][:2] == [
        "1. One way was not steep.",
        "0. There is no toilet with enough room.",
    ]


def test_a_view_speaks_the_language_of_the_pack_whatever_the_interface_speaks(english_pack, dutch_pack, judge):
    language.use("nl")
    assert build_view(judge(english_pack, {})).date == "1 May 2026"
    language.use("en")
    assert build_view(judge(dutch_pack, {})).date == "1 mei 2026"
    assert language.current() == "en"


@pytest.mark.parametrize(
    ("answers", "more", "status"),
    [
        ({"f.one": 1}, {}, "Draft: 1 question was skipped or not asked yet."),
        ({}, {}, "Draft: 2 questions were skipped or not asked yet."),
        ({"f.one": Answer(state="skipped"), "f.two": 2}, {}, "Draft: 1 question was skipped or not asked yet."),
        ({"f.one": Answer(state="unknown"), "f.two": 2}, {}, "Draft: not closed yet."),
        ({}, {"finished": Finished(date="2026-05-20")}, "Closed on 20 May 2026."),
        (
            {},
            {"finished": Finished(date="2026-05-20", agreed=("boss", "gone"))},
            "Closed on 20 May 2026. Agreed by: the boss, gone.",
        ),
    ],
)
def test_a_report_says_how_final_it_is(build, judge, answers, more, status):
    pack = build.pack(
        build.factor("f", build.indicator("one"), build.indicator("two")), roles=[{"id": "boss", "label": "the boss"}]
    )
    assert build_view(judge(pack, answers, **more)).status == status


def test_the_same_result_gives_the_same_view(full_result):
    assert build_view(full_result) == build_view(full_result)


def test_internal_use_is_marked(full_result, view):
    assert build_view(full_result, "internal").internal
    assert not view.internal
