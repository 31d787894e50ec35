"""What to ask, in which order, and what is left."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, Respondent
from mhscan.interview.engine import (
    ROLE_KEY,
    Interview,
    InterviewStep,
    all_steps,
    answered,
    described,
    is_handled,
    state_of,
    without_value,
)
from mhscan.questions.levels import LevelQuestion

FIRST = ["subject.code", "subject.berths", ROLE_KEY]


@pytest.fixture
def full(english_pack):
    """The interview of the whole questionnaire."""
    return Interview(english_pack, english_pack.questionnaire("full"))


def keys(steps):
    """The keys of steps."""
    return [step.key for step in steps]


def test_the_subject_and_the_role_are_asked_first_then_the_sections_in_order(full, english_pack):
    assert keys(full.steps) == [*FIRST, *english_pack.questionnaire("full").asks()]


def test_the_roles_that_are_offered_are_those_of_the_perspective(english_pack):
    own, partner = (Interview(english_pack, english_pack.questionnaire(one)) for one in ("full", "visitor"))
    assert [c.value for c in own.by_key[ROLE_KEY].question.choices()] == ["master", "volunteer", "treasurer", "crew"]
    assert [c.value for c in partner.by_key[ROLE_KEY].question.choices()] == ["crew", "visitor"]


def test_a_pack_without_a_choice_of_roles_does_not_ask_for_one(build):
    pack = build.pack(build.factor("soil", build.indicator("depth")))
    assert keys(Interview(pack, pack.questionnaire("full")).steps) == ["soil.depth"]


def test_one_factor_asks_its_questions_and_the_context_that_decides_on_them(english_pack):
    one = Interview(english_pack, english_pack.questionnaire("full"), "afloat")
    names = ("ramp", "hoist", "gangway", "rescue", "vests", "drill", "asked", "complaints")
    expected = [f"afloat.{name}" for name in names]
    assert keys(one.steps) == ["context.users", *expected]


def test_a_factor_that_is_not_in_the_questionnaire_asks_nothing(english_pack, build):
    pack = build.pack(build.factor("soil", build.indicator("a")), build.factor("air", build.indicator("b")))
    assert Interview(pack, pack.questionnaire("short"), "air").steps == ()


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, ["lift", "lift-check", "lift-spare"]),
        ({"context.steps": True}, ["lift", "lift-check", "lift-spare"]),
        ({"context.steps": False}, []),
        ({"context.steps": Answer(state="unknown")}, ["lift", "lift-check", "lift-spare"]),
        ({"context.steps": True, "ashore.lift": 2}, ["lift"]),
        ({"context.steps": True, "ashore.lift": 3}, ["lift", "lift-check", "lift-spare"]),
        ({"context.steps": True, "ashore.lift": 3, "ashore.lift-check": 0}, ["lift", "lift-check"]),
        ({"context.steps": True, "ashore.lift": 3, "context.lead": "nobody"}, ["lift", "lift-check"]),
    ],
)
def test_what_applies_or_may_apply_is_asked(full, start, answers, asked):
    shown = keys(full.visible(start(answers)))
    assert [key.removeprefix("ashore.") for key in shown if key.startswith("ashore.lift")] == asked


def test_a_field_of_the_subject_can_decide_what_is_asked(full, start):
    small, large = start(), start(subject={"name": "N", "berths": 50})
    assert "afloat.complaints" not in keys(full.visible(small))
    assert "afloat.complaints" in keys(full.visible(large))


def test_an_answer_back_and_forth_gives_the_same_questions(full, start):
    before = keys(full.visible(start({"context.steps": True, "ashore.lift": 3})))
    assert keys(full.visible(start({"context.steps": False, "ashore.lift": 3}))) != before
    assert keys(full.visible(start({"context.steps": True, "ashore.lift": 3}))) == before


@pytest.mark.parametrize(
    ("answer", "is_open", "looked_at"),
    [
        (None, True, True),
        (Answer(state="skipped"), False, True),
        (Answer(state="unknown"), False, True),
        (Answer(state="not_applicable", reason="none"), False, False),
        (Answer(state="answered", value=1), False, False),
    ],
)
def test_what_is_open_and_what_is_to_be_looked_at(full, start, answer, is_open, looked_at):
    assessment = start({"ashore.slope": answer} if answer else {})
    assert ("ashore.slope" in keys(full.open(assessment))) is is_open
    assert ("ashore.slope" in keys(full.to_look_at(assessment))) is looked_at


def test_it_starts_with_the_first_open_question(full, start):
    empty = start(subject={"name": "N"}, respondent=Respondent(id="2"))
    assert full.start(empty).key == "subject.code"
    assert full.start(start()).key == "context.lead"


def test_it_goes_on_after_the_last_question_that_was_handled(full, start):
    assert full.start(start({"ashore.contrast": 1})).key == "ashore.sound"
    assert full.start(start({"ashore.contrast": Answer(state="skipped")})).key == "ashore.sound"


def test_after_the_last_question_it_comes_back_to_what_is_open(full, start):
    assert full.start(start({"people.course": 1})).key == "context.lead"
    assert full.after(start(), "people.course").key == "context.lead"


def test_where_nothing_is_open_there_is_nowhere_to_start(english_pack, start):
    one = Interview(english_pack, english_pack.questionnaire("full"), "people")
    done = start({"people.lead": 1, "people.course": Answer(state="unknown")})
    assert one.start(done) is None
    assert one.after(done, "people.lead") is None


def test_back_goes_to_the_visible_question_before(full, start):
    assessment = start({"context.steps": False})
    assert full.before(assessment, "ashore.contrast").key == "ashore.slope"
    assert full.before(assessment, "subject.code") is None
    assert full.before(assessment, "ashore.lift-check").key == "ashore.slope"


def test_all_steps_knows_each_question_of_the_pack_in_the_words_of_the_questionnaire(english_pack):
    own = all_steps(english_pack, None)
    partner = all_steps(english_pack, english_pack.questionnaire("visitor"))
    assert set(own) == set(partner) == {*FIRST, *english_pack.context, *english_pack.places}
    assert own["ashore.slope"].text == "How far is the harbour with gentle slopes?"
    assert partner["ashore.slope"].text == "Could you get to the quay without a steep slope?"


def test_a_question_in_other_words_has_other_help_and_levels_and_no_evidence(english_pack):
    own = all_steps(english_pack, None)["ashore.slope"]
    partner = all_steps(english_pack, english_pack.questionnaire("visitor"))["ashore.slope"]
    assert (own.help, own.evidence) == ("Gentle is one in twelve or less.", ("Drawing of the quay", "Photo"))
    assert (partner.help, partner.evidence) == ("Think of a wheelchair or a pram.", ())
    assert partner.question.choices()[0].label == "No, every way was steep."


def test_a_question_without_help_has_none(english_pack):
    steps = all_steps(english_pack, None)
    assert (steps["ashore.seats"].help, steps["ashore.seats"].why) == ("", "")
    assert steps["ashore.sound"].why == "Who does not hear well misses a warning."
    assert steps["subject.code"].help == "Two capitals and three digits."


@pytest.mark.parametrize(
    ("key", "state"),
    [
        ("subject.code", "answered"),
        (ROLE_KEY, "answered"),
        ("subject.berths", "skipped"),
        ("ashore.slope", "answered"),
        ("ashore.lift", "unknown"),
        ("ashore.toilet", "open"),
    ],
)
def test_the_state_of_a_question(start, key, state):
    answers = {"subject.berths": Answer(state="skipped"), "ashore.slope": 1, "ashore.lift": Answer(state="unknown")}
    assessment = start(answers, subject={"name": "N", "code": "HB012"})
    assert state_of(assessment, key) == state
    assert is_handled(assessment, key) is (state != "open")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("subject.code", "HB012"),
        (ROLE_KEY, "harbour master"),
        ("context.users", "Visitors with a wheelchair"),
        ("ashore.slope", "There "),
        ("ashore.toilet", ""),
        ("ashore.sound", "9"),
        ("ashore.lift", ""),
    ],
)
def test_an_answer_in_words(full, start, key, words):
    given = {"context.users": ("wheelchair",), "ashore.slope": 1, "ashore.sound": 9}
    assessment = start({**given, "ashore.lift": Answer(state="unknown")})
    said = described(full.by_key[key], assessment)
    assert said.startswith(words) if words else said == ""


def test_a_new_answer_keeps_what_came_with_the_one_before(full):
    earlier = Answer(state="unknown", reason="away", note="a note", at="then")
    now = answered(full.by_key["ashore.slope"], 2, earlier, "now")
    assert (now.state, now.value, now.note, now.reason, now.at) == ("answered", 2, "a note", None, "now")
    assert now.said == full.by_key["ashore.slope"].question.describe(2)


def test_only_an_indicator_keeps_the_words_of_its_level(full):
    assert answered(full.by_key["context.lead"], "master", None, None).said is None


def test_an_answer_without_a_value_keeps_what_came_with_the_one_before():
    earlier = Answer(state="answered", value=2, said="words", note="a note")
    now = without_value("not_applicable", earlier, "now", "a reason")
    assert now == Answer(state="not_applicable", reason="a reason", note="a note", at="now")


@pytest.mark.parametrize(
    ("factor", "section", "place"),
    [
        ("", "Soil", "Soil"),
        ("Soil", "Soil", "Soil"),
        ("Soil", "Good soil and water", "Good soil and water"),
        ("Soil", "Water", "Soil: Water"),
    ],
)
def test_a_place_does_not_name_the_factor_twice(factor, section, place):
    step = InterviewStep("soil.compost", "indicator", section, "Compost", "", "", "", (), LevelQuestion(()), factor)
    assert step.place == place
