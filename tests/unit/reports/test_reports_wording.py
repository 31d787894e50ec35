"""Keys of a result become the words in which they were asked and answered."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer
from mhscan.reports.views.answers import Seen


@pytest.fixture
def said(english_pack, judge, said_of):
    def make(answers=None, audience="internal", **more):
        return said_of(judge(english_pack, answers or {}, **more), audience)

    return make


@pytest.mark.parametrize(
    ("key", "question", "title"),
    [
        ("ashore.slope", "How far is the harbour with gentle slopes?", "Gentle slopes"),
        ("context.lead", "Who leads the work on access?", "Who leads the work on access?"),
        ("subject.berths", "How many berths does the harbour have?", "How many berths does the harbour have?"),
        ("gone.away", "gone.away", "gone.away"),
    ],
)
def test_a_key_has_its_question_and_its_title(said, key, question, title):
    assert (said().question(key), said().title(key)) == (question, title)


def test_a_context_question_may_have_a_title_of_its_own(build, judge, said_of):
    asked = [{"id": "c", "type": "yesno", "title": "Lead", "text": "Does somebody lead?"}]
    said = said_of(judge(build.pack(build.factor("f", build.indicator("one")), context=asked), {}))
    assert (said.question("context.c"), said.title("context.c")) == ("Does somebody lead?", "Lead")


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("ashore.slope", 1, "There are some gentle slopes."),
        ("context.lead", "master", "The harbour master"),
        ("context.users", ("hearing", "sight"), "Visitors who do not hear well; Visitors who do not see well"),
        ("context.users", (), "none of these"),
        ("context.steps", True, "yes"),
        ("context.steps", False, "no"),
        ("context.visitors", 120, "120"),
        ("context.inspection", "2026-06-01", "1 June 2026"),
        ("context.remark", "Open Quay", "Open Quay"),
        ("ashore.slope", Answer(state="unknown"), "not known"),
        ("ashore.slope", Answer(state="skipped"), "skipped"),
        ("ashore.slope", Answer(state="not_applicable", reason="no"), "does not apply"),
        ("ashore.slope", Answer(state="unknown", reason="role"), "not known"),
    ],
)
def test_an_answer_is_said_in_words(said, key, value, words):
    assert said({key: value}).answer(key) == words


@pytest.mark.parametrize(("key", "value"), [("context.lead", "pirate"), ("ashore.slope", 9), ("people.gone", "x")])
def test_an_answer_that_does_not_fit_is_said_as_it_is(said, key, value):
    assert said({key: value}).answer(key) == str(value)


def test_a_question_without_an_answer_was_not_asked(said):
    assert said().answer("ashore.slope") == "not asked"


def test_a_field_of_the_subject_is_said(said):
    assert said(subject={"berths": 60}).answer("subject.berths") == "60"
    assert said().answer("subject.berths") == "not asked"


def test_a_questionnaire_with_its_own_words_is_heard_in_them(said):
    partner = said({"ashore.slope": 0, "people.course": 1}, questionnaire="visitor")
    assert partner.question("ashore.slope") == "Could you get to the quay without a steep slope?"
    assert partner.answer("ashore.slope") == "No, every way was steep."
    assert partner.question("people.course") == "Did the crew know how to help you?"
    assert partner.answer("people.course") == "Nobody knows of the course."


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_what_a_partner_cannot_see_is_said_in_the_words_of_the_questionnaire(said, audience):
    partner = said({"ashore.slope": Answer(state="unknown", reason="role")}, audience, questionnaire="visitor")
    assert partner.answer("ashore.slope") == "I cannot see this as a visitor"


def test_a_questionnaire_that_the_pack_lacks_leaves_the_plain_words(said):
    assert said({"ashore.slope": 0}, questionnaire="gone").answer("ashore.slope") == "There are no gentle slopes."


def test_a_level_that_an_indicator_lacks_is_said_as_a_number(said, english_pack):
    assert said().level_text(english_pack.places["ashore.slope"], 9) == "9"


def test_what_was_seen_has_titles_and_answers(said):
    assert said({"ashore.slope": 2}).seen(("ashore.slope",)) == (
        Seen("Gentle slopes", "There are gentle slopes everywhere."),
    )


def test_claims_are_named_once_with_where_they_stand_and_how_strong_they_are(said):
    found = said().claims(("GUI-1", "AUD-3", "GUI-1", "GONE-1"))
    assert [(one.id, one.section, one.modality) for one in found] == [
        ("GUI-1", "Part A", "required"),
        ("AUD-3", "Chapter 2", "seen elsewhere"),
    ]


def test_a_claim_whose_strength_the_pack_does_not_name_has_none(build, judge, said_of):
    pack = build.pack(build.factor("f", build.indicator("one")), source=build.claims(ONE="must"))
    assert [one.modality for one in said_of(judge(pack, {})).claims(("ONE",))] == [""]


@pytest.mark.parametrize(
    ("claims", "phrase"),
    [
        ((), "This is ours: no source says it."),
        (("AUD-3",), "Visitors left early for want of a toilet. The source saw this elsewhere."),
        (("AUD-3", "GUI-1"), "There has to be a way to the quay without steps. The source calls this required."),
    ],
)
def test_the_strength_is_that_of_the_strongest_claim_and_stands_with_it(said, claims, phrase):
    assert said().strength(claims) == phrase
