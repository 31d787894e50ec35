"""Any number of answers out of a list."""

from __future__ import annotations

import pytest

from mhscan.conditions import ContextTest
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


WITH_NONE = MultiQuestion(
    id="q",
    type="multi",
    text="Which?",
    options=(
        {"id": "a", "text": "A"},
        {"id": "b", "text": "B"},
        {"id": "none", "text": "None of these", "exclusive": True},
        {"id": "secret", "text": "Rather not say", "exclusive": True},
    ),
)


@pytest.mark.parametrize(
    ("line", "value"), [("1 2", ("a", "b")), ("3", ("none",)), ("none", ("none",)), ("4", ("secret",))]
)
def test_an_exclusive_option_stands_by_itself(line, value):
    assert WITH_NONE.parse(line) == value
    assert WITH_NONE.check(list(value)) == value


@pytest.mark.parametrize("line", ["1 3", "3 4", "a none", "none, secret"])
def test_an_exclusive_option_goes_together_with_no_other(line):
    with pytest.raises(AnswerError, match="goes together with no other answer"):
        WITH_NONE.parse(line)
    with pytest.raises(AnswerError, match="goes together with no other answer"):
        WITH_NONE.check(["a", "none"])


@pytest.mark.parametrize("line", ["0", "", "0 1"])
def test_the_built_in_none_is_not_offered_where_an_option_says_it(line):
    assert WITH_NONE.prompt() == "one or more numbers with a space between; 3, 4 only by itself"
    with pytest.raises(AnswerError, match="Type one or more numbers"):
        WITH_NONE.parse(line)
    with pytest.raises(AnswerError, match="Choose at least one; 'None of these' is one of them"):
        WITH_NONE.check([])


@pytest.mark.parametrize(
    ("tested", "ways"),
    [
        ((), [("a",)]),
        (("a",), [("b",), ("a",)]),
        (("none",), [("a",), ("none",)]),
        (("a", "none"), [("b",), ("a",), ("none",)]),
        (("a", "b", "none", "secret"), [("a",), ("b",), ("none",), ("secret",), ("a", "b")]),
    ],
)
def test_the_ways_to_choose_are_answers_that_the_tests_tell_apart(tested, ways):
    assert WITH_NONE.values_for([ContextTest(context="q", has=one) for one in tested]) == ways
