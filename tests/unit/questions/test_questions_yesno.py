"""Yes or no."""

from __future__ import annotations

import pytest

from mhscan import language
from mhscan.questions.base import AnswerError
from mhscan.questions.yesno import YesNoQuestion

QUESTION = YesNoQuestion(id="q", type="yesno", text="Is it?")


def test_yes_is_1_and_no_is_2():
    assert [QUESTION.parse(raw) for raw in ("1", "2")] == [True, False]


def test_the_choices_are_in_the_language_in_use():
    assert [one.label for one in QUESTION.choices()] == ["yes", "no"]
    language.use("nl")
    assert [one.label for one in QUESTION.choices()] == ["ja", "nee"]


@pytest.mark.parametrize("raw", ["3", "0", "perhaps"])
def test_another_line_is_no_answer(raw):
    with pytest.raises(AnswerError, match="Type a number from the list"):
        QUESTION.parse(raw)


def test_a_stored_truth_value_fits():
    assert [QUESTION.check(one) for one in (True, False)] == [True, False]


@pytest.mark.parametrize("value", [1, 0, "yes", "true", None])
def test_another_stored_value_does_not_fit(value):
    with pytest.raises(AnswerError, match="is not one of: True, False"):
        QUESTION.check(value)


def test_an_answer_is_described_in_words():
    assert [QUESTION.describe(one) for one in (True, False)] == ["yes", "no"]
