"""The facts of an indicator as one card: what a line says, what follows, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mhscan.answers.model import ROLE, Answer, CarriedBy
from mhscan.errors import InputError
from mhscan.integrity.packs import load_pack
from mhscan.interview.assign import Extras, apply, parse_assignment, refuse_unused
from mhscan.interview.engine import Interview, all_steps, state_at
from mhscan.interview.observations import ObservationsQuestion
from mhscan.interview.outcome import outcome
from mhscan.interview.told import UNKNOWN, UNSEEN
from mhscan.pack.questionnaire import Questionnaire
from mhscan.questions.base import AnswerError

WORKSHOP = load_pack(Path(__file__).resolve().parents[2] / "packs" / "workshop")
TOOLS = "bench.tools"
SET, SHARP, STANDS, CHECKED = (f"{TOOLS}.{one}" for one in ("set", "sharp", "stands", "checked"))
GIVEN, REACHED, PLANNED = (f"people.lessons.{one}" for one in ("given", "reached", "planned"))
ALL = {SET: True, SHARP: "9/10", STANDS: 2, CHECKED: "2026-01-01"}


@pytest.fixture
def step():
    return all_steps(WORKSHOP, WORKSHOP.questionnaire("full"))[TOOLS]


@pytest.fixture
def bench(held):
    """An interview about the tools only."""

    def asked(*lines, **more):
        subject = {"name": "Shed"}
        return held(*lines, pack=WORKSHOP, factor="bench", subject=subject, **more)

    return asked


def values(done):
    return {key: one.value if one.state == "answered" else one.state for key, one in done.answers.items()}


# What a line says ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1", {SET: True}),
        ("0", {SET: False}),
        ("-", {SET: False}),
        ("?1", {SET: UNKNOWN}),
        ("1 2=6/8", {SET: True, SHARP: "6/8"}),
        ("1, 2=6/8; 3=2 ?4", {SET: True, SHARP: "6/8", STANDS: 2, CHECKED: UNKNOWN}),
        ("4=1-2-2026", {CHECKED: "2026-02-01"}),
        ("2=3/4", {SHARP: "3/4"}),
        ("0 3=0", {SET: False, STANDS: 0}),
    ],
)
def test_a_line_says_which_facts_are_so_and_the_rest_of_yes_or_no_is_not(step, line, told):
    assert step.question.told(line) == told


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("5", "There is no fact '5' here"),
        ("x", "There is no fact 'x' here"),
        ("?9", "There is no fact '9' here"),
        ("2", "2 needs a value, such as 2=10/10"),
        ("3=", "3 needs a value, such as 3=0"),
        ("2=9/8", "9 is more than 8"),
        ("3=41", "outside the limits"),
        ("4=2026-02-30", "2026"),
        ("", "Type the numbers of what is so"),
    ],
)
def test_a_line_that_says_something_else_is_refused_with_what_to_type(step, line, why):
    with pytest.raises(AnswerError, match=why):
        step.question.told(line)


# The card ------------------------------------------------------------------------------------------------------------


def test_the_card_shows_the_facts_with_what_counts_and_what_was_answered(bench):
    done = bench("1 3=2 ?4", ":q")
    card = done.face.cards[0]
    assert [(one.key, one.label) for one in card.choices] == [
        ("1", "There is a whole set of tools. A borrowed set counts."),
        ("2", "How many tools are sharp?"),
        ("3", "How many stands are there?"),
        ("4", "When did somebody check the tools?"),
    ]
    assert values(done) == {SET: True, STANDS: 2, CHECKED: "unknown"}
    assert done.face.said[0] == "Saved: 1 yes, 3 2, 4 not known"


def test_a_card_that_is_shown_again_has_the_answers_so_far(bench):
    done = bench("1", "", answers={SET: True, STANDS: 2, CHECKED: Answer(state="unknown"), "bench.board": 1})
    assert done.face.lists[0][1][0].state == "2 of 4 facts known"
    assert [one.label for one in done.face.cards[0].choices] == [
        "There is a whole set of tools. A borrowed set counts. [yes]",
        "How many tools are sharp?",
        "How many stands are there? [2]",
        "When did somebody check the tools? [not known]",
    ]
    assert done.face.cards[0].current == "2 of 4 facts known"


def test_values_that_the_line_leaves_open_are_asked_one_by_one(bench):
    done = bench("1", "9/8", "9/10", "?", "", "2")
    assert values(done) == {SET: True, SHARP: "9/10", STANDS: "unknown", "bench.board": 2}
    assert "9 is more than 8. Type how many of how many, such as 6/8." in done.face.said
    assert "It is level 2 to 4; that depends on 3, 4." in done.face.said


def test_it_says_which_level_follows_and_what_would_lead_higher(bench):
    done = bench("1 2=6/8 3=2 4=2026-01-01", "2")
    assert done.face.said[1] == (
        "This is level 2: There is a set, half of it sharp. There is a whole set of tools and sharp tools. There is"
        " also stands to work at and a check of the tools. There is no bench where most tools are sharp. A better"
        " answer to 2 leads higher."
    )
    best = {key: Answer(state="answered", value=value) for key, value in ALL.items()}
    said = outcome(all_steps(WORKSHOP, None)[TOOLS].question, done.assessment.model_copy(update={"answers": best}))
    assert said == (
        "This is level 4: There is a sharp set, with stands and a check of this year. There is a whole set of tools"
        " and sharp tools. There is also stands to work at and a check of the tools."
    )


def test_a_question_that_hangs_on_a_fact_is_asked_as_soon_as_it_is_so(bench):
    assert bench("0 2=0/5 3=0 ?4").face.asked == ["Tools"]


def test_enter_keeps_what_was_answered(bench):
    before = {SET: True, SHARP: "9/10", STANDS: 2, "bench.board": 1}
    assert values(bench("1", "", answers=before)) == before


def test_an_answer_that_is_none_says_so_and_the_card_is_asked_again(bench):
    done = bench("7", "1 2=9/10 3=2 4=2026-01-01")
    assert done.face.said[0].startswith("There is no fact '7' here. Type the numbers of what is so")


def test_an_older_level_stands_and_is_to_be_looked_at_again(start):
    interview = Interview(WORKSHOP, WORKSHOP.questionnaire("full"))
    assessment = start({TOOLS: 3, "context.hired": False}, subject={"name": "Shed"})
    step = interview.by_key[TOOLS]
    assert state_at(assessment, step) == "again"
    assert step in interview.to_look_at(assessment)
    assert step not in interview.open(assessment)


@pytest.mark.parametrize("state", ["unknown", "not_applicable", "skipped"])
def test_facts_take_the_place_of_what_was_said_of_the_whole_and_keep_its_note(bench, state):
    earlier = Answer(state=state, reason="So", note="A note", carried_by=CarriedBy(kind="city", name="The shop"))
    done = bench("l", "1", "0 2=1/5 3=0 ?4", answers={TOOLS: earlier, "bench.board": 1})
    kept = done.answers[TOOLS]
    assert (kept.state, kept.value, kept.reason, kept.note) == ("answered", None, None, "A note")
    assert kept.carried_by == earlier.carried_by
    assert done.answers[SET].value is False


@pytest.mark.parametrize("state", ["unknown", "not_applicable", "skipped"])
def test_nothing_is_left_of_what_was_said_of_the_whole_where_nothing_came_with_it(bench, state):
    done = bench("l", "1", "0 2=1/5 3=0 ?4", answers={TOOLS: Answer(state=state, reason="So"), "bench.board": 1})
    assert TOOLS not in done.answers


# Without an interview ------------------------------------------------------------------------------------------------


def set_(start, text, answers=None, **extras):
    assessment = start(answers or {})
    made = assessment.pack.model_copy(update={"id": "workshop", "version": "1.0.0"})
    assessment = assessment.model_copy(update={"pack": made})
    planned = [parse_assignment(WORKSHOP, assessment, text, Extras(**extras), "2026-05-01T10:00:00+02:00")]
    refuse_unused(planned, Extras(**extras))
    return apply(assessment, planned).answers


def test_set_saves_one_fact_under_its_own_key(start):
    assert set_(start, f"{SHARP}=6 of 8")[SHARP].value == "6/8"
    assert set_(start, f"{SET}=unknown")[SET].state == "unknown"
    assert set_(start, f"{GIVEN}=more")[GIVEN].value == "more"
    assert SET not in set_(start, f"{SET}=", {SET: True})


def test_set_knows_a_fact_by_the_name_that_it_had(start):
    assert CHECKED in set_(start, f"{TOOLS}.seen=2026-01-01")


def test_set_takes_a_level_while_the_facts_do_not_exclude_it(start):
    assert set_(start, f"{TOOLS}=3")[TOOLS].value == 3
    assert set_(start, f"{TOOLS}=2", {SET: True})[TOOLS].value == 2
    with pytest.raises(InputError, match=r"follows from its facts; these leave: 4\."):
        set_(start, f"{TOOLS}=1", ALL)


def test_set_refuses_for_a_fact_what_belongs_to_the_whole(start):
    with pytest.raises(InputError, match="one fact cannot be set aside"):
        set_(start, f"{SET}=not_applicable", reason="So")
    with pytest.raises(InputError, match="--note goes with none"):
        set_(start, f"{SET}=yes", note="A note")
    with pytest.raises(InputError, match="was said that it does not apply"):
        set_(start, f"{SET}=yes", {TOOLS: Answer(state="not_applicable", reason="So")})


def test_a_fact_has_a_step_of_its_own_outside_the_interview():
    steps = all_steps(WORKSHOP, WORKSHOP.questionnaire("full"))
    assert isinstance(steps[TOOLS].question, ObservationsQuestion)
    assert {key for key, one in steps.items() if one.kind == "fact"} == set(WORKSHOP.observations)
    assert {PLANNED, REACHED} < set(steps)


# A partner -----------------------------------------------------------------------------------------------------------

UNSEEN_WORDS = "I cannot see this"
WORDED = {
    SET: {"text": "I saw a whole set of tools."},
    STANDS: {"text": "How many stands did you see?", "counts": "Only in use.", "least": True},
    GIVEN: {"text": "How many lessons did you see?"},
}


def workshop_of(wording=WORDED, unseen=UNSEEN_WORDS):
    """The workshop with a questionnaire for partners."""
    partner = Questionnaire.model_validate(
        {
            "schema": "mhscan/questionnaire@1",
            "id": "visitor",
            "title": "Visitors",
            "minutes": 2,
            "perspective": "partner",
            "unseen": unseen,
            "sections": [{"title": "What you see", "ask": [TOOLS, "people.lessons"]}],
            "wording": wording,
        }
    )
    return replace(WORKSHOP, questionnaires=(*WORKSHOP.questionnaires, partner))


@pytest.fixture
def visited(held):
    """An interview with a partner."""

    def asked(*lines, pack=None, **more):
        pack = pack or workshop_of()
        return held(*lines, pack=pack, questionnaire="visitor", **more)

    return asked


@pytest.fixture
def seen():
    pack = workshop_of()
    return all_steps(pack, pack.questionnaire("visitor"))[TOOLS].question


def test_a_partner_sees_the_facts_with_words_in_these_words(seen):
    assert list(seen.observations) == [SET, STANDS]
    assert [one.label for one in seen.choices()] == [
        "I saw a whole set of tools.",
        "How many stands did you see? Only in use.",
    ]
    assert seen.prompt() == "what you know, such as 1=yes x2; or Enter to answer one by one"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1", {SET: True}),
        ("1=no", {SET: False}),
        ("2=3", {STANDS: 3}),
        ("x1", {SET: UNSEEN}),
        ("X1 2=3", {SET: UNSEEN, STANDS: 3}),
        ("?1 x2", {SET: UNKNOWN, STANDS: UNSEEN}),
    ],
)
def test_what_a_partner_does_not_name_is_left_open(seen, line, told):
    assert seen.told(line) == told


@pytest.mark.parametrize("line", ["0", "-", "3", "x3", "x", ""])
def test_a_partner_cannot_say_of_all_at_once_that_nothing_is_so(seen, line):
    with pytest.raises(AnswerError, match="Type what you know"):
        seen.told(line)


def test_a_partner_is_asked_fact_by_fact_and_unseen_is_unknown_and_never_a_no(visited):
    done = visited("", "2", "x", "1", "")
    assert values(done) == {SET: False, STANDS: "unknown", GIVEN: "none"}
    assert done.answers[STANDS].reason == ROLE
    assert "1 = yes, 2 = no (x = I cannot see this, ? = not known, Enter = leave open)" in done.face.prompts
    assert not any("level" in one for one in done.face.said)


def test_a_line_of_a_partner_answers_some_and_the_rest_is_asked(visited):
    done = visited("2=4", "?", "x", "")
    assert values(done) == {STANDS: 4, SET: "unknown", "people.lessons": "unknown"}
    assert done.answers[SET].reason is None
    assert done.answers["people.lessons"].reason == ROLE


def test_a_single_fact_needs_no_number(visited):
    done = visited("x1 2=0", "7", "2", "")
    assert values(done)[GIVEN] == "one"
    assert "Type a number from the list." in done.face.said


def test_a_partner_who_left_a_fact_open_is_asked_again_at_the_end(visited):
    done = visited("1=yes", "", "1", "")
    title, rows = done.face.lists[-1]
    assert title == "Done. 1 question has no answer:"
    assert [(row.title, row.state) for row in rows] == [("Tools", "1 of 2 facts known")]


def test_a_card_says_again_what_a_partner_cannot_see(visited):
    done = visited("x1 2=3", ":b", "", "1", "")
    assert "I saw a whole set of tools. [I cannot see this]" in [one.label for one in done.face.cards[-2].choices]


def test_without_an_answer_for_what_is_not_seen_a_partner_can_say_unknown(held):
    pack = workshop_of(unseen="")
    done = held("1=no ?2", "?1", "", pack=pack, questionnaire="visitor")
    assert values(done) == {SET: False, STANDS: "unknown", GIVEN: "unknown"}


def test_the_explanation_for_a_partner_names_no_role_or_document_of_the_subject(visited):
    done = visited("e", "1=no x2", "x", "")
    assert "There is no explanation with this question." in done.face.said
