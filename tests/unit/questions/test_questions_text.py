"""A short text."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.questions.base import AnswerError
from mhscan.questions.text import TextQuestion


def make(**more: object) -> TextQuestion:
    return TextQuestion.model_validate({"id": "q", "type": "text", "text": "What?", **more})


def test_a_line_is_taken_without_the_spaces_around_it():
    assert make().parse("  two words ") == "two words"


@pytest.mark.parametrize("value", ["", None, 5, ["a"]])
def test_what_is_no_text_does_not_fit(value):
    with pytest.raises(AnswerError, match=r"^Type a short text\.$"):
        make().check(value)


def test_a_text_of_the_form_that_is_asked_fits():
    assert make(pattern="GM[0-9]{4}").parse("GM0344") == "GM0344"


@pytest.mark.parametrize("raw", ["GM034", "GM03445", "xGM0344", "gm0344"])
def test_a_text_of_another_form_is_refused_with_an_example(raw):
    with pytest.raises(AnswerError, match=f"'{raw}' is not a short text, such as GM0344"):
        make(pattern="GM[0-9]{4}", example="GM0344").parse(raw)


@pytest.mark.parametrize("pattern", ["[", "(", "a{2,1}", "*"])
def test_a_form_that_is_no_regular_expression_is_refused_when_the_pack_is_read(pattern):
    with pytest.raises(ValidationError, match="pattern"):
        make(pattern=pattern)


def test_an_answer_is_described_by_itself():
    assert make().describe("two words") == "two words"


def test_what_has_a_fixed_form_is_no_free_text():
    assert make().free_text is True
    assert make(pattern="GM[0-9]{4}").free_text is False
