"""Any number of answers out of a list."""

from __future__ import annotations

import pytest

from mhscan.questions.base import AnswerError
from mhscan.questions.multi import MultiQuestion


def make(*ids: str) -> MultiQuestion:
    return MultiQuestion.model_validate(
        {"id": "q", "type": "multi", "text": "Which?", "options": [{"id": one, "text": one.title()} for one in ids]}
    )


TOOLS = make("spade", "hose", "rake")


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("2", ("hose",)),
        ("1 3", ("spade", "rake")),
        ("3,1", ("spade", "rake")),
        ("3; 1 , 2", ("spade", "hose", "rake")),
        ("rake 1", ("spade", "rake")),
        ("Hose", ("hose",)),
        ("2 2", ("hose",)),
        ("2 hose", ("hose",)),
        ("0", ()),
    ],
)
def test_options_are_chosen_by_numbers_or_ids_and_kept_in_the_order_of_the_list(raw, wanted):
    assert TOOLS.parse(raw) == wanted


@pytest.mark.parametrize("raw", ["4", "1 4", "0 1", "13", "1.2", "spade hoe", ",", "-1"])
def test_a_line_with_anything_else_is_no_answer(raw):
    with pytest.raises(AnswerError, match="Type one or more numbers with a space between, or 0 for none"):
        TOOLS.parse(raw)


def test_the_number_in_the_list_goes_before_an_id_that_looks_like_one():
    question = make("2", "1", "7")
    assert [question.parse(raw) for raw in ("1", "2", "7")] == [("2",), ("1",), ("7",)]


@pytest.mark.parametrize("value", [["rake", "spade"], ("spade", "rake"), ["spade", "rake", "spade"]])
def test_a_stored_list_of_ids_fits_and_is_put_in_order(value):
    assert TOOLS.check(value) == ("spade", "rake")


def test_a_stored_empty_list_stands_for_none_of_them():
    assert TOOLS.check([]) == ()


@pytest.mark.parametrize("value", ["spade", 1, None, {"spade": 1}])
def test_a_stored_value_that_is_no_list_does_not_fit(value):
    with pytest.raises(AnswerError, match=r"a list of options is expected here, such as \[spade\]"):
        TOOLS.check(value)


@pytest.mark.parametrize("value", [["hoe"], ["spade", 1], [["spade"]], [None]])
def test_a_stored_list_with_something_else_does_not_fit(value):
    with pytest.raises(AnswerError, match="is not one of: spade, hose, rake"):
        TOOLS.check(value)


@pytest.mark.parametrize(
    ("value", "words"), [(("spade", "rake"), "Spade; Rake"), ((), "none of these"), ("spade", "none of these")]
)
def test_an_answer_is_described_by_the_texts_of_its_options(value, words):
    assert TOOLS.describe(value) == words


def test_the_choices_are_numbered_from_1():
    assert [(one.key, one.value, one.label) for one in TOOLS.choices()][:2] == [
        ("1", "spade", "Spade"),
        ("2", "hose", "Hose"),
    ]
