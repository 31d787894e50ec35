"""Numbers become words once, here: rounding, shares, dates, lists."""

from __future__ import annotations

from fractions import Fraction

import pytest

from mhscan import language
from mhscan.answers.model import Answer
from mhscan.dates import date_words
from mhscan.reports.words import and_list, coverage_words, figure_view, percent, whole
from mhscan.scoring.coverage import CoverageShare


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0", 0), ("0.49", 0), ("1/2", 1), ("2/3", 1), ("3/2", 2), ("5/2", 3), ("199/2", 100), ("100", 100)],
)
def test_a_half_goes_up(value, rounded):
    assert whole(Fraction(value)) == rounded


@pytest.mark.parametrize(("share", "words"), [(None, 0), ("0", 0), ("199/200", 99), ("1", 100), ("2/3", 66)])
def test_a_share_is_rounded_down_so_that_a_hundred_means_all(share, words):
    assert percent(None if share is None else Fraction(share)) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-05-01", "1 May 2026"),
        ("2025-12-31", "31 December 2025"),
        ("some day", "some day"),
        ("2026-02-30", "2026-02-30"),
    ],
)
def test_a_date_is_written_out_where_it_exists(iso, words):
    assert date_words(iso) == words


def test_a_date_follows_the_language_in_use():
    with language.speaking("nl"):
        assert date_words("2026-03-01") == "1 maart 2026"


@pytest.mark.parametrize(
    ("words", "line"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b and c")]
)
def test_words_become_a_list_in_a_sentence(words, line):
    assert and_list(words) == line


@pytest.mark.parametrize(
    ("coverage", "words"),
    [
        (CoverageShare(0, 0, 0, 4), "not asked"),
        (CoverageShare(3, 3, 4, 4), "3 of 4 questions answered"),
        (CoverageShare(1, 1, 2, 4), "1 of 2 questions answered, of 4 in the whole scan"),
    ],
)
def test_coverage_says_how_many_of_how_many(coverage, words):
    assert coverage_words(coverage) == words


@pytest.fixture
def view(build, judge):
    pack = build.pack(build.factor("f", *[build.indicator(one) for one in ("one", "two", "three", "four")]))
    return lambda answers, **more: figure_view(judge(pack, answers, **more).scores.factors["f"], "Factor")


NOT_HERE = Answer(state="not_applicable", reason="no")


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"f.one": 1, "f.two": 1, "f.three": 1, "f.four": 2}, (31, 31, 31, "31", "Low", "no open answers", "")),
        ({"f.one": 4, "f.two": 3, "f.three": 3}, (83, 63, 88, "83", "High", "63 to 88 possible", "")),
        ({"f.one": 4}, (None, 25, 100, "too little known", "", "25 to 100 possible", "too little known")),
        (
            dict.fromkeys(["f.one", "f.two", "f.three", "f.four"], NOT_HERE),
            (None, 0, 0, "does not apply", "", "does not apply", "does not apply"),
        ),
    ],
)
def test_a_figure_never_stands_without_what_must_stand_beside_it(view, answers, shown):
    one = view(answers)
    assert (one.score, one.low, one.high, one.words, one.band, one.range_words, one.status) == shown


def test_a_quick_impression_has_a_score_and_says_what_it_is(view):
    one = view({"f.one": 2}, questionnaire="short")
    assert (one.words, one.status, one.coverage) == ("50", "quick impression", 100)
    assert one.coverage_words == "1 of 1 question answered, of 4 in the whole scan"


def test_a_figure_takes_the_text_of_its_band(english_pack, judge):
    figure = judge(english_pack, {"people.lead": 3, "people.course": 3}).scores.factors["people"]
    one = figure_view(figure, "People")
    assert (one.id, one.title, one.band, one.band_text) == ("people", "People", "Partly open", "From 35 to 70 points.")
