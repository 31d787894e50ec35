"""A percentage."""

from __future__ import annotations

import pytest

from mhscan.questions.base import AnswerError
from mhscan.questions.recipe import RecipeQuestion

QUESTION = RecipeQuestion(id="q", type="recipe", text="Which share?")


@pytest.mark.parametrize(("raw", "value"), [("0", 0), (" 40% ", 40), ("40 %", 40), ("100", 100)])
def test_it_is_typed_with_or_without_a_sign(raw, value):
    assert QUESTION.parse(raw) == value


@pytest.mark.parametrize("raw", ["", "101", "-1", "4.5", "half", "40%%", "0040"])
def test_another_line_is_none(raw):
    with pytest.raises(AnswerError):
        QUESTION.parse(raw)


@pytest.mark.parametrize("value", [True, 4.5, "40%", 101, -1, None])
def test_another_stored_value_does_not_fit(value):
    with pytest.raises(AnswerError):
        QUESTION.check(value)
