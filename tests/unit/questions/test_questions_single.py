"""One answer out of a list."""

from __future__ import annotations

import pytest

from mhscan.questions.base import AnswerError, Choice
from mhscan.questions.single import SingleQuestion


def make(*ids: str) -> SingleQuestion:
    return SingleQuestion.model_validate(
        {"id": "q", "type": "single", "text": "Which?", "options": [{"id": one, "text": one.title()} for one in ids]}
    )


def test_the_options_are_numbered_from_1():
    assert make("clay", "sand").choices() == (Choice("1", "clay", "Clay"), Choice("2", "sand", "Sand"))


@pytest.mark.parametrize("raw", ["2", " 2 ", "sand", "SAND"])
def test_an_option_is_chosen_by_its_number_or_its_id(raw):
    assert make("clay", "sand").parse(raw) == "sand"


@pytest.mark.parametrize("raw", ["0", "3", "02", "1 2", "san", "Clay, sand", "²"])
def test_another_line_is_no_answer(raw):
    with pytest.raises(AnswerError, match=r"^Type a number from the list\.$"):
        make("clay", "sand").parse(raw)


def test_the_number_in_the_list_goes_before_an_id_that_looks_like_one():
    question = make("3", "1", "2")
    assert [question.parse(raw) for raw in ("1", "2", "3")] == ["3", "1", "2"]


def test_a_stored_id_of_an_option_fits():
    assert make("clay", "sand").check("sand") == "sand"


@pytest.mark.parametrize("value", ["loam", "1", 1, True, None, ["sand"]])
def test_another_stored_value_does_not_fit_and_the_message_says_what_would(value):
    with pytest.raises(AnswerError, match="is not one of: clay, sand"):
        make("clay", "sand").check(value)


def test_an_answer_is_described_by_the_text_of_its_option():
    assert [make("clay", "sand").describe(one) for one in ("sand", "loam")] == ["Sand", "loam"]
