"""The levels of an indicator as a question."""

from __future__ import annotations

import pytest

from mhscan.questions.base import AnswerError, Choice
from mhscan.questions.levels import LevelQuestion

QUESTION = LevelQuestion(((1, "None."), (2, "Some."), (3, "All.")))


def test_the_levels_are_listed_under_their_own_numbers():
    assert QUESTION.choices()[0] == Choice("1", 1, "None.")
    assert [one.key for one in QUESTION.choices()] == ["1", "2", "3"]


def test_a_level_is_chosen_by_its_number():
    assert QUESTION.parse(" 2 ") == 2


@pytest.mark.parametrize("raw", ["0", "4", "", "2.0", "02", "two", "Some.", "2 3"])
def test_another_line_is_no_level(raw):
    with pytest.raises(AnswerError, match=r"^Type a number from 1 to 3\.$"):
        QUESTION.parse(raw)


def test_a_stored_level_fits():
    assert QUESTION.check(3) == 3


@pytest.mark.parametrize("value", [0, 4, "2", 2.0, True, None])
def test_another_stored_value_is_no_level(value):
    with pytest.raises(AnswerError, match="Type a number from 1 to 3"):
        QUESTION.check(value)


def test_a_level_is_described_by_its_sentence():
    assert [QUESTION.describe(one) for one in (2, 9)] == ["Some.", "9"]


def test_a_key_needs_no_colon_where_a_level_is_asked():
    assert (QUESTION.line_input, QUESTION.free_text) == (False, False)
