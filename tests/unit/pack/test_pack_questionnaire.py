"""A questionnaire as a model."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from mhscan.pack.questionnaire import Questionnaire

FULL = {
    "schema": "mhscan/questionnaire@1",
    "id": "full",
    "title": "All",
    "minutes": 10,
    "sections": [{"title": "One", "ask": ["context.a", "b.c"]}, {"title": "Two", "ask": ["b.a"]}],
}


def test_all_that_is_asked_comes_in_the_order_of_the_sections():
    assert Questionnaire.model_validate(FULL).asks() == ("context.a", "b.c", "b.a")


def test_a_questionnaire_is_about_oneself_unless_it_says_otherwise():
    made = Questionnaire.model_validate(FULL)
    assert (made.perspective, made.unseen, made.wording) == ("own", "", {})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("minutes", 0),
        ("perspective", "theirs"),
        ("sections", []),
        ("sections", [{"title": "One", "ask": []}]),
        ("sections", [{"title": "One", "ask": ["a"]}]),
        ("wording", {"a": {"question": "What?"}}),
        ("wording", {"a.b": {"help": "Look."}}),
    ],
)
def test_a_questionnaire_with_a_wrong_part_is_refused(key, value):
    with pytest.raises(ValidationError, match=rf"for Questionnaire\n{key}"):
        Questionnaire.model_validate({**FULL, key: value})
