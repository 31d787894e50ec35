"""A blank questionnaire, in the words and the order in which it is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mhscan import language
from mhscan.reports.blank import blank_view


@pytest.fixture
def view(english_pack):
    return lambda name="full": blank_view(english_pack, english_pack.questionnaire(name))


def questions(view):
    return {one.title: one for section in view.sections for one in section.questions}


def test_it_asks_everything_once_and_in_order(view, english_pack):
    numbers = [one.number for section in view().sections for one in section.questions]
    assert numbers == list(range(1, len(english_pack.questionnaire("full").asks()) + 1))
    assert [section.title for section in view().sections] == ["About the harbour", "Ashore", "Afloat", "People"]


def test_it_says_what_it_is_and_what_not_to_write(view):
    one = view()
    assert (one.title, one.text, one.minutes, one.warning) == (
        "All questions", "For whoever runs the harbour.", 40, "Write no names.",
    )  # fmt: skip
    assert [label for label, _ask in one.carriers] == ["Arranged by the district", "Arranged by a trust"]
    assert one.carriers[1][1] == "What is the trust called?"
    assert one.scored
    assert (one.language, one.stamp) == ("en", "Access to a small harbour 2.1.0")


def test_a_level_question_offers_its_levels(view):
    slope = questions(view())["Gentle slopes"]
    assert slope.choices[1] == ("1", "There are some gentle slopes.")
    assert (slope.help, slope.evidence) == ("Gentle is one in twelve or less.", ("Drawing of the quay", "Photo"))
    assert (slope.level_question, slope.several, slope.only_if) == (True, False, "")


def test_a_context_question_offers_its_options_or_a_line(view):
    found = questions(view())
    assert found["Who leads the work on access?"].choices[0] == ("1", "The harbour master")
    assert found["Which visitors does the harbour plan for?"].help == "Choose all that a plan on paper names."
    assert found["What is the plan for access called?"].choices == ()
    assert [title for title, one in found.items() if one.several] == ["Which visitors does the harbour plan for?"]


def test_a_question_that_may_not_apply_says_so(view):
    found = questions(view())
    assert [title for title, one in found.items() if one.only_if] == [
        "A lift along the steps", "A yearly check of the lift", "A plan for when the lift fails",
        "Practice with visitors", "Where to complain",
    ]  # fmt: skip


def test_a_partner_is_asked_in_own_words_and_not_who_carries_it(view):
    one = view("visitor")
    slope, course = questions(one)["Gentle slopes"], questions(one)["A course for the crew"]
    assert (slope.text, slope.help, slope.evidence) == (
        "Could you get to the quay without a steep slope?", "Think of a wheelchair or a pram.", (),
    )  # fmt: skip
    assert slope.choices[0] == ("0", "No, every way was steep.")
    assert (course.text, course.choices[0][1], course.help) == (
        "Did the crew know how to help you?", "Nobody knows of the course.", "",
    )  # fmt: skip
    assert (one.carriers, one.unseen, one.scored) == ((), "I cannot see this as a visitor", False)


@pytest.mark.parametrize("name", ["md", "html"])
def test_it_ends_with_what_to_do_where_the_pack_says_so(view, made, name):
    one = replace(view(), after="Hand it to the harbour master.")
    assert "Hand it to the harbour master." in made(one, name, "vragenlijst")
    assert "When you are done" not in made(view(), name, "vragenlijst")


@pytest.mark.parametrize("name", ["md", "html"])
def test_only_where_answers_count_is_it_said_how_an_unknown_one_counts(view, made, name):
    assert "it never counts as zero" in made(view(), name, "vragenlijst")
    assert "it never counts as zero" not in made(view("visitor"), name, "vragenlijst")


@pytest.mark.parametrize("name", ["md", "html"])
@pytest.mark.parametrize("questionnaire", ["full", "visitor"])
def test_each_format_has_every_question_and_answer(view, made, name, questionnaire):
    one = view(questionnaire)
    text = made(one, name, "vragenlijst").replace("\\", "")
    found = questions(one)
    assert found
    for question in found.values():
        assert all(words in text for words in (question.text, *[label for _key, label in question.choices]))


@pytest.mark.parametrize("name", ["md", "html"])
def test_it_speaks_the_language_of_the_pack(view, dutch_pack, made, name):
    language.use("nl")
    assert "Filling in takes about 40 minutes, without" in made(view(), name, "vragenlijst")
    language.use("en")
    dutch = blank_view(dutch_pack, dutch_pack.questionnaires[0])
    assert "Filling in takes" not in made(dutch, name, "vragenlijst")
