"""What every question type has."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from mhscan.questions.registry import Question

ANY = TypeAdapter(Question)


def test_a_question_is_called_by_its_title_or_else_by_its_text():
    data = {"id": "q", "type": "yesno", "text": "What is it?"}
    assert ANY.validate_python(data).name == "What is it?"
    assert ANY.validate_python({**data, "title": "It"}).name == "It"


def test_a_type_that_does_not_exist_is_refused():
    with pytest.raises(ValidationError):
        ANY.validate_python({"id": "q", "type": "colour", "text": "What?"})
