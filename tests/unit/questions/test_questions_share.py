"""A share: so many of so many."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhscan import language
from mhscan.conditions import ContextTest
from mhscan.questions.base import AnswerError
from mhscan.questions.measures import counts_in, measure, share_of
from mhscan.questions.share import ShareQuestion
from mhscan.scoring.options import value_fits

SHARE = ShareQuestion.model_validate({"id": "q", "type": "share", "text": "How many of them?"})


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        *(("6/8", "6/8"), (" 6 / 8 ", "6/8"), ("06/008", "6/8"), ("0/8", "0/8"), ("8/8", "8/8"), ("6 of 8", "6/8")),
        *(("6 out of 8", "6/8"), ("6 van 8", "6/8"), ("6 van de 8", "6/8"), ("6 VAN DE  8", "6/8")),
    ],
)
def test_a_share_is_typed_with_a_stroke_or_in_words(raw, wanted):
    assert SHARE.parse(raw) == wanted


@pytest.mark.parametrize("raw", ["6", "6/", "/8", "6/8/9", "-1/8", "1.5/8", "75%", "many", "٣/8", "of 8", "6of8"])
def test_another_line_is_no_share(raw):
    with pytest.raises(AnswerError, match=r"^'.*' is no share\. Type how many of how many, such as 6/8\.$"):
        SHARE.parse(raw)


@pytest.mark.parametrize(
    ("raw", "why"), [("0/0", "Of 0 there is no share"), ("3/0", "Of 0 there is no share"), ("9/8", "9 is more than 8")]
)
def test_a_share_that_cannot_be_is_refused_with_the_reason(raw, why):
    with pytest.raises(AnswerError, match=why):
        SHARE.parse(raw)
    with pytest.raises(AnswerError, match=why):
        SHARE.check(raw)


@pytest.mark.parametrize("value", [6, 0.75, True, None, ["6", "8"], "6 of 8", "", "6/8 "])
def test_a_stored_value_of_another_form_does_not_fit(value):
    assert SHARE.fitting([value]) == []


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_share_is_read_as_it_is_shown_whatever_the_language(lang):
    with language.speaking(lang):
        words = SHARE.describe("6/8")
    assert "6/8" not in words
    assert SHARE.parse(words) == "6/8"


@given(st.integers(0, 30), st.integers(1, 30), st.sampled_from([0, 0.1, 0.25, 1 / 2, 0.75, 1]))
def test_limits_are_compared_with_the_exact_part_of_one(part, whole, limit):
    test = ContextTest.model_validate({"context": "q", "at_least": limit})
    assert value_fits(test, f"{part}/{whole}") is (Fraction(part, whole) >= Fraction(str(limit)))
    assert {value_fits(test, one) for one in SHARE.values_for([test])} >= {value_fits(test, f"{part}/{whole}")}


def test_the_numbers_in_answers():
    assert [share_of(one) for one in ("6/8", "6", 6, None)] == [(6, 8), None, None, None]
    assert [measure(one) for one in ("6/8", "6/0", "x", True, 3, 2.5)] == [Fraction(3, 4), None, None, None, 3, 2.5]
    assert [counts_in(one) for one in ("6/8", 3, True, "x")] == [(6, 8), (3,), (), ()]
