"""Answers that do not fit together, in a report."""

from __future__ import annotations

import json

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.build import build_view
from mhscan.reports.data.result import to_json
from mhscan.ui.scores import scores_text

TEXT = "More visitors asked for help than there are berths. Nobody leads the work."
RESTS = "This rests on an answer that does not fit with another answer. Look at that first."


@pytest.fixture
def contradiction(english_pack, full, judge):
    """What answers of the second pack come to that do not fit together, with a note at one of them."""
    lead = Answer(state="answered", value=1, note="The master left.")
    answers = {**full, "context.visitors": 70, "people.lead": lead, "context.inspection": "2026-06-01"}
    return judge(english_pack, answers, subject={"code": "HB012", "berths": 60})


def test_the_internal_report_lists_them_with_the_answers_and_the_note(contradiction, made):
    view = build_view(contradiction, "internal")
    (signal,) = view.signals
    assert (signal.id, signal.text, signal.remark) == ("more-visitors-than-berths", TEXT, "The master left.")
    assert [one.answer for one in signal.answers][:2] == ["70", "60"]
    assert view.counts.signals == 1
    for form in ("md", "html"):
        document = made(view, form)
        assert TEXT in document
        assert "In 1 place answers do not fit together. Mend one of them, or say in a note why they stand." in document
    assert TEXT in " ".join(scores_text(view).split())


def test_the_public_report_has_their_number_only(contradiction, made):
    view = build_view(contradiction, "public")
    assert (view.signals, view.counts.signals) == ((), 1)
    for form in ("md", "html", "json"):
        document = made(view, form)
        assert TEXT not in document
        assert "The master left." not in document
        assert form == "json" or "In 1 place answers do not fit together." in document


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_advice_that_rests_on_such_an_answer_says_so(contradiction, made, audience):
    view = build_view(contradiction, audience)
    actions = (*view.quick_wins, *view.key_actions, *view.more_actions)
    resting = {one.id for one in actions if one.contradicted}
    assert resting == {one.id for one in contradiction.actions if one.place.id == "people.lead"} != set()
    assert {one.contradicted for one in actions} == {"", RESTS}
    assert RESTS in made(view, "md")
    assert RESTS in made(view, "html")
    assert "In 1 place answers do not fit together." in view.cautions


def test_without_any_nothing_is_said(full_result, made):
    view = build_view(full_result, "internal")
    assert (view.signals, view.counts.signals) == ((), 0)
    assert "not fit together" not in made(view, "md") + made(view, "html")


def test_the_data_of_a_result_has_each_with_its_outcome(contradiction):
    found = {one["id"]: one for one in json.loads(to_json(contradiction))["signals"]}
    assert found["inspection-is-past"]["outcome"] == "silent"
    fired = found["more-visitors-than-berths"]
    assert (fired["outcome"], fired["explained"]) == ("fired", True)
    assert [one["id"] for one in fired["answers"]] == ["context.visitors", "subject.berths", "people.lead"]


def test_a_number_that_is_not_public_is_not_given_away(english_pack, full, judge, made):
    documents = set()
    for visitors in range(english_pack.model.privacy.small_number):
        answers = {**full, "context.visitors": visitors, "people.lead": 1, "context.inspection": "2026-06-01"}
        result = judge(english_pack, answers, subject={"code": "HB012", "berths": 1})
        assert bool(build_view(result, "internal").signals) is (visitors > 1)
        documents.add(made(build_view(result, "public"), "md"))
    assert len(documents) == 1
