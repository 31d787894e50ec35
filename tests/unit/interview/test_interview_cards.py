"""A question, and the list of all questions, as a face shows them."""

from __future__ import annotations

import pytest

from mhscan.answers.model import Answer, CarriedBy, Evidence
from mhscan.interview.cards import card, extras, rows, shown_keys, state_words
from mhscan.interview.engine import Interview
from mhscan.interview.keys import commands


@pytest.fixture
def full(english_pack):
    """The interview of the whole questionnaire."""
    return Interview(english_pack, english_pack.questionnaire("full"))


def made(full, assessment, key):
    """The card of a question."""
    step = full.by_key[key]
    return card(full, assessment, step, commands(full, step))


def test_a_card_says_where_we_are_among_the_questions_that_apply(full, start):
    shown = made(full, start({"context.steps": False, "context.lead": "master"}), "ashore.contrast")
    assert (shown.section, shown.title, shown.number) == ("Getting to the quay: Ashore", "Edges that stand out", 11)
    assert (shown.total, shown.left) == (23, 18)
    assert [choice.key for choice in shown.choices] == ["0", "1", "2"]
    assert shown.prompt == "a number from 0 to 2"


def test_a_question_that_no_longer_applies_still_has_a_card(full, start):
    assert made(full, start({"context.steps": False}), "ashore.lift").number == 1


@pytest.mark.parametrize(
    ("answer", "current"),
    [
        (None, ""),
        (Answer(state="answered", value=0), "There "),
        (Answer(state="unknown"), "not known"),
        (Answer(state="skipped"), "skipped"),
        (Answer(state="not_applicable", reason="flat"), "does not apply"),
    ],
)
def test_a_card_shows_the_answer_so_far(full, start, answer, current):
    shown = made(full, start({"ashore.slope": answer} if answer else {}), "ashore.slope")
    assert shown.current.startswith(current)
    assert bool(shown.current) is bool(current)


def test_keys_are_typed_after_a_colon_where_letters_may_be_part_of_the_answer(full):
    lettered = {}
    for key in ("context.remark", "context.visitors", "context.inspection", "context.lead", "ashore.slope"):
        step = full.by_key[key]
        lettered[key] = {one.letter[0] == ":" for one in shown_keys(commands(full, step), step)}
    typed = ("context.remark", "context.visitors", "context.inspection")
    assert lettered == {key: {key in typed} for key in lettered}


def test_what_comes_with_an_answer_is_shown_in_words():
    answer = Answer(
        state="skipped",
        carried_by=CarriedBy(kind="district", name="Coast plan"),
        note="See page 3",
        evidence=(Evidence(title="Drawing"), Evidence(title="Photo", date="2026-01-01")),
    )
    assert extras(answer) == ("Carried by: Coast plan", "Note: See page 3", "Evidence: Drawing", "Evidence: Photo")
    assert extras(None) == ()


def test_the_list_has_a_row_for_each_question_with_what_was_said(full, start):
    assessment = start({"context.lead": "master", "context.steps": False})
    listed = rows(assessment, full.visible(assessment), full.by_key["context.users"])
    assert [row.number for row in listed] == list(range(1, 24))
    assert (listed[0].state, listed[3].state, listed[4].state) == ("HB012", "The harbour master", "open")
    assert [row.number for row in listed if row.here] == [5]
    assert not any(row.here for row in rows(assessment, full.visible(assessment), None))


def test_an_open_question_is_said_in_the_word_that_is_asked_for(full, start):
    assert state_words(start(), full.by_key["context.lead"], "still open") == "still open"
