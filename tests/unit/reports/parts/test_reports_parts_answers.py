"""The answers as they were given: facts, annex, what is not known, what does not apply."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, ArchivedAnswer, CarriedBy, Evidence, Respondent
from mhscan.reports.parts.answers import annex, carried_words, facts, not_applicable, not_applicable_remark, unknown
from mhscan.reports.views.answers import Seen

KEPT = "Kept, not counted: these answers do not fit this version of the scan"


@pytest.fixture
def lines(said_of):
    """The lines of an annex by section and key."""

    def told(result, audience="public"):
        return {part.title: {one.id: one for one in part.lines} for part in annex(result, said_of(result, audience))}

    return told


def test_facts_about_the_subject_are_told_with_their_size(full_result, said_of):
    assert facts(full_result, said_of(full_result)) == (
        Seen("What is the code of the harbour?", "HB012"),
        Seen("How many berths does the harbour have?", "60 (50 berths or more)"),
    )


def test_a_fact_that_is_not_known_is_left_out(english_pack, judge, said_of):
    result = judge(english_pack, {}, respondent=Respondent(id="x", role="gone"))
    assert facts(result, said_of(result, "internal")) == ()


def test_the_role_of_who_answered_is_told_internally(full_result, said_of):
    assert facts(full_result, said_of(full_result, "internal"))[-1] == Seen("Answered by", "treasurer")


def test_a_field_of_the_subject_can_hold_several_options(build, judge, said_of):
    field = {
        "id": "kind",
        "type": "multi",
        "title": "Kind",
        "text": "Which?",
        "options": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}],
    }
    subject = {"singular": "club", "plural": "clubs", "name": "Which?", "fields": [field]}
    result = judge(
        build.pack(build.factor("f", build.indicator("one")), subject=subject), {}, subject={"kind": ("a", "b")}
    )
    assert facts(result, said_of(result)) == (Seen("Kind", "A; B"),)


def test_the_annex_follows_the_sections_of_the_questionnaire(full_result, lines, english_pack):
    found = lines(full_result, "internal")
    sections = english_pack.questionnaire("full").sections
    assert list(found) == [*[one.title for one in sections], KEPT]
    assert all(list(found[one.title]) == list(one.ask) for one in sections)


def test_a_line_has_the_question_the_level_and_its_words(full_result, lines):
    one = lines(full_result)["Ashore"]["ashore.slope"]
    assert (one.question, one.answer, one.extra) == (
        "How far is the harbour with gentle slopes?", "1. There are some gentle slopes.", (),
    )  # fmt: skip


def test_what_came_with_an_answer_stands_beside_it_for_internal_use(full_result, lines, secrets):
    found = lines(full_result, "internal")
    assert found["Ashore"]["ashore.slope"].extra == (
        f"Note: {secrets['note']}", f"Evidence: {secrets['evidence']}, 31 December 2025",
    )  # fmt: skip
    assert found["Ashore"]["ashore.seats"].extra == (f"Reason: {secrets['reason']}",)
    assert found["Afloat"]["afloat.hoist"].extra == ("Arranged by the district: Treaty of Piers",)


def test_evidence_without_a_date_is_named_without(build, judge, lines):
    pack = build.pack(build.factor("f", build.indicator("one")))
    result = judge(pack, {"f.one": Answer(state="answered", value=1, evidence=(Evidence(title="Plan"),))})
    assert lines(result, "internal")["All"]["f.one"].extra == ("Evidence: Plan",)


def test_what_does_not_apply_given_other_answers_says_so_also_for_a_context_question(build, judge, lines):
    asked = [
        {"id": "a", "type": "yesno", "text": "A?"},
        {"id": "b", "type": "yesno", "text": "B?", "applies_if": {"context": "a", "is": True}},
    ]
    one = build.indicator("one", applies_if={"context": "a", "is": True})
    result = judge(
        build.pack(build.factor("f", one), context=asked), {"context.a": False, "context.b": True, "f.one": 3}
    )
    found = lines(result)
    assert found["Other answers"]["context.b"].answer == "does not apply, given the other answers"
    assert found["All"]["f.one"].answer == "does not apply, given the other answers"


def test_answers_outside_the_questionnaire_stand_at_the_end(english_pack, judge, lines):
    result = judge(english_pack, {"afloat.vests": 1, "context.lead": "master"}, questionnaire="visitor")
    assert list(lines(result)["Other answers"]) == ["afloat.vests", "context.lead"]


def test_without_a_questionnaire_all_answers_are_other_answers(english_pack, judge, lines):
    assert list(lines(judge(english_pack, {"afloat.vests": 1}, questionnaire="gone"))) == ["Other answers"]


def test_a_free_text_has_no_line_for_the_public(full_result, lines, secrets):
    assert "context.remark" not in lines(full_result)["About the harbour"]
    assert lines(full_result, "internal")["About the harbour"]["context.remark"].answer == secrets["free text"]


def test_a_small_count_is_not_told_to_the_public(full_result, lines):
    assert lines(full_result)["About the harbour"]["context.visitors"].answer == "fewer than 3"
    assert lines(full_result, "internal")["About the harbour"]["context.visitors"].answer == "2"


def test_what_is_kept_and_not_counted_is_internal(full_result, lines, secrets):
    assert KEPT not in lines(full_result)
    kept = lines(full_result, "internal")[KEPT]
    assert {key: one.answer for key, one in kept.items()} == {
        "people.old": secrets["archived"],
        "afloat.complaints": secrets["left out"],
        "people.gone": secrets["no question"],
    }
    assert kept["people.old"].question == "An old question?"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(state="answered", value=0), "0"),
        (Answer(state="answered", value=False), "no"),
        (Answer(state="answered", value=("a", "b")), "a, b"),
        (Answer(state="answered", value=2, said="In words."), "In words."),
        (Answer(state="unknown"), "not known"),
        (Answer(state="answered"), "answered without a value"),
    ],
)
def test_what_no_question_explains_is_told_as_it_was_stored(build, judge, lines, answer, words):
    pack = build.pack(build.factor("f", build.indicator("one")))
    result = judge(pack, {}, archived={"f.old": ArchivedAnswer(question="Old?", answer=answer)})
    assert lines(result, "internal")[KEPT]["f.old"].answer == words


@pytest.mark.parametrize(
    ("kind", "words"), [("trust", "Arranged by a trust: Open Water"), ("gone", "Gone: Open Water")]
)
def test_a_carrier_is_named_by_its_label_or_else_by_its_id(full_result, kind, words):
    answer = Answer(state="answered", value=1, carried_by=CarriedBy(kind=kind, name="Open Water"))
    assert carried_words(full_result, answer) == words


def test_what_nobody_else_carries_is_not_said_to_be_carried(full_result):
    assert carried_words(full_result, Answer(state="answered", value=1)) == ""


def test_every_open_question_is_named_with_how_to_find_out(full_result, said_of):
    found = {one.title: one for one in unknown(full_result, said_of(full_result), partner=False)}
    assert {title: one.state for title, one in found.items()} == {
        "Announcements that can be read": "not known",
        "A wide gangway": "skipped",
        "Where to complain": "not asked",
    }


@pytest.mark.parametrize(("partner", "words"), [(False, "Look in: Drawing of the quay and Photo."), (True, "")])
def test_where_to_look_is_told_to_the_subject_and_not_to_a_partner(english_pack, judge, said_of, partner, words):
    result = judge(english_pack, {"ashore.slope": Answer(state="unknown")})
    assert unknown(result, said_of(result), partner)[0].find_out == words


def test_what_does_not_apply_or_is_not_asked_for_is_not_called_unknown(english_pack, judge, said_of):
    result = judge(english_pack, {"context.steps": False}, questionnaire="visitor")
    titles = [one.title for one in unknown(result, said_of(result), partner=True)]
    assert titles == ["Gentle slopes", "A toilet for everybody", "A ramp at every tide", "A course for the crew"]


@pytest.mark.parametrize(("steps", "named"), [(True, True), (False, False)])
def test_an_open_context_question_is_named_unless_it_does_not_apply(build, judge, said_of, steps, named):
    asked = [
        {"id": "a", "type": "yesno", "text": "A?"},
        {"id": "b", "type": "yesno", "text": "B?", "applies_if": {"context": "a", "is": True}},
    ]
    pack = build.pack(build.factor("f", build.indicator("one")), context=asked)
    result = judge(pack, {"f.one": 1, "context.a": steps, "context.b": Answer(state="skipped")})
    assert [one.question for one in unknown(result, said_of(result), partner=False)] == (["B?"] if named else [])


def test_what_somebody_said_does_not_apply_is_listed_and_its_reason_is_internal(full_result, said_of, secrets):
    assert not_applicable(full_result, said_of(full_result)) == (Seen("Seats on the way", "does not apply"),)
    assert not_applicable(full_result, said_of(full_result, "internal")) == (
        Seen("Seats on the way", secrets["reason"]),
    )


def test_what_does_not_apply_given_other_answers_names_those(english_pack, judge, said_of):
    answers = {"context.steps": False, "ashore.lift": Answer(state="not_applicable", reason="no steps")}
    result = judge(english_pack, answers)
    found = {one.question: one.answer for one in not_applicable(result, said_of(result))}
    assert found["A lift along the steps"] == (
        "does not apply, given the answer to: Are there steps between the street and the quay?"
    )
    assert found["A yearly check of the lift"] == "does not apply, given the answer to: A lift along the steps"
    assert "no steps" not in " ".join(found.values())


def test_what_the_questionnaire_does_not_ask_is_not_listed_as_not_applying(english_pack, judge, said_of):
    result = judge(english_pack, {"context.steps": False}, questionnaire="visitor")
    assert "A lift along the steps" not in {one.question for one in not_applicable(result, said_of(result))}


def test_so_much_set_aside_that_the_scores_need_care_is_remarked(build, judge):
    names = ("one", "two", "three", "four")
    pack = build.pack(
        build.factor("f", *[build.indicator(one) for one in names]),
        coverage={"minimum": 0, "not_applicable_at_most": 0.5},
    )
    aside = [
        judge(pack, {f"f.{one}": Answer(state="not_applicable", reason="no") for one in names[:n]}) for n in range(5)
    ]
    said = "3 of 4 questions do not apply, it was said. That is more than 50%. Read the scores with care."
    assert [not_applicable_remark(one) for one in aside[:4]] == ["", "", "", said]
    assert not_applicable_remark(aside[4]).startswith("4 of 4")


def test_where_nothing_is_scored_nothing_is_remarked(build, judge):
    loose = [{"id": "a", "title": "A", "scored": False}]
    result = judge(build.pack(build.factor("f", build.indicator("one"), aspects=loose)), {})
    assert not_applicable_remark(result) == ""


def test_an_unknown_that_is_carried_by_others_says_by_whom(build, judge, lines):
    pack = build.pack(
        build.factor("f", build.indicator("one")), carriers=[{"id": "club", "label": "by a club", "ask": "Which?"}]
    )
    answer = Answer(state="unknown", carried_by=CarriedBy(kind="club", name="Bay"))
    assert lines(judge(pack, {"f.one": answer}))["All"]["f.one"].extra == ("By a club: Bay",)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"context": "count", "at_least": 1}, "does not apply, given the answer to: How many?"),
        ({"count_of": {"factor": "f", "at_least": 3}, "at_least": 1}, "does not apply, given the other answers"),
        ({"indicator": "f.one", "at_least": 3}, "does not apply, given the answer to: One"),
    ],
)
def test_what_decides_is_named_unless_it_is_a_count_of_many(build, judge, said_of, condition, words):
    asked = [{"id": "count", "type": "number", "text": "How many?"}]
    other = build.factor("g", build.indicator("two", applies_if=condition))
    pack = build.pack(build.factor("f", build.indicator("one")), other, context=asked)
    result = judge(pack, {"f.one": 0, "context.count": 0})
    assert [one.answer for one in not_applicable(result, said_of(result))] == [words]
