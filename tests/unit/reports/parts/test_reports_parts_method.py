"""How the scores are made, with the pack's own numbers."""

from __future__ import annotations

import pytest

from mhscan.reports.parts.method import method, research


@pytest.fixture
def said(build, judge):
    def run(*factors, **model):
        return method(judge(build.pack(*(factors or [build.factor("f", build.indicator("one"))]), **model), {}))

    return run


@pytest.mark.parametrize(
    ("mean", "words"),
    [("arithmetic", "the mean of the parts"), ("geometric", "geometric mean"), ("minimum", "weakest part")],
)
def test_the_mean_is_named(said, mean, words):
    assert words in said(aggregate={"mean": mean})[2]


@pytest.mark.parametrize(
    ("over", "words"),
    [("nested", "The questions of a factor"), ("indicators", "All questions"), ("aspects", "All parts under a figure")],
)
def test_the_way_up_is_named(said, over, words):
    assert words in said(aggregate={"over": over})[3]


def test_equal_weights_are_said_to_be_equal(said):
    assert "All parts weigh the same." in said()


@pytest.mark.parametrize("where", ["factor", "aspect", "indicator"])
def test_different_weights_are_said_to_differ_wherever_they_stand(build, said, where):
    aspects = [{"id": "a", "title": "A", "weight": 2 if where == "aspect" else 1}]
    one = build.indicator("one", weight=2 if where == "indicator" else 1)
    factor = build.factor("f", one, aspects=aspects, weight=2 if where == "factor" else 1)
    assert "Parts have different weights." in said(factor)


def test_aspects_that_count_in_another_way_are_named(full_result):
    sentence = "Of Boarding the best answer counts. Of What visitors say no answer counts in a score."
    assert sentence in method(full_result)


def test_minimum_and_bands_of_the_pack_are_named(full_result):
    assert method(full_result)[-2:] == (
        "Below 50% answered, no score is shown.",
        "Scores fall in bands. 'Hard to reach' begins at 0. 'Partly open' begins at 35. 'Open' begins at 70.",
    )


def test_no_sentence_is_empty(said, full_result):
    assert all(said())
    assert all(method(full_result))


def test_the_sources_are_named_with_what_is_known_about_them(full_result):
    assert research(full_result) == (
        "Source: Audit of eleven small harbours. A group of sailors.",
        "Visits in one season.",
        "Source: Guide to open quays. Second edition. A town council.",
        "Written after a study of visitors.",
    )


def test_what_levels_count_for_is_said_where_that_is_the_same_on_all_scales(said, full_result):
    assert "The levels 0, 1, 2, 3 and 4 count for 0, 25, 50, 75 and 100 points." in said()
    assert len({len(scale.levels) for scale in full_result.pack.model.scales.values()}) > 1
    assert not any("count for" in sentence for sentence in method(full_result))
