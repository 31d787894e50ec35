"""What every question type has."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from mhscan.questions.base import AnswerError
from mhscan.questions.registry import Question

OPTIONS = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
EXAMPLES = {
    "single": {"options": OPTIONS},
    "multi": {"options": OPTIONS},
    "yesno": {},
    "number": {},
    "date": {},
    "text": {},
}
TYPES = TypeAdapter(Question)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_type_is_found_by_its_name(kind):
    made = TYPES.validate_python({"id": "q", "type": kind, "text": "What?", **EXAMPLES[kind]})
    assert (made.type, made.id, type(made).__name__.casefold()) == (kind, "q", f"{kind}question")


def test_all_types_are_tried_here():
    with pytest.raises(ValidationError) as caught:
        TYPES.validate_python({"id": "q", "type": "colour", "text": "What?"})
    assert caught.value.errors()[0]["ctx"]["expected_tags"] == ", ".join(f"'{kind}'" for kind in EXAMPLES)


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_type_says_what_to_type_in_words_that_fit_a_sentence(kind):
    prompt = TYPES.validate_python({"id": "q", "type": kind, "text": "What?", **EXAMPLES[kind]}).prompt()
    assert prompt
    assert not prompt.endswith(".")


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_letter_needs_a_colon_just_where_a_line_is_typed(kind):
    made = TYPES.validate_python({"id": "q", "type": kind, "text": "What?", **EXAMPLES[kind]})
    assert made.line_input is (made.choices() == ())
    assert made.free_text is (kind == "text")


@pytest.mark.parametrize("kind", EXAMPLES)
@pytest.mark.parametrize("raw", ["", "   ", "\t\n"])
def test_no_type_takes_a_line_that_says_nothing(kind, raw):
    made = TYPES.validate_python({"id": "q", "type": kind, "text": "What?", **EXAMPLES[kind]})
    with pytest.raises(AnswerError, match=r"^Type "):
        made.parse(raw)


def test_a_question_is_called_by_its_title_or_else_by_its_text():
    data = {"id": "q", "type": "yesno", "text": "What is it?"}
    assert TYPES.validate_python(data).name == "What is it?"
    assert TYPES.validate_python({**data, "title": "It"}).name == "It"
