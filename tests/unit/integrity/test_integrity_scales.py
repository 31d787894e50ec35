"""Levels are those of the scale, actions lead somewhere, bands cover all scores."""

from __future__ import annotations

import pytest

MODEL, SOIL, FULL = "factors/model.yaml", "factors/soil.yaml", "questionnaires/full.yaml"


@pytest.mark.parametrize(
    ("file", "old", "new", "levels"),
    [
        (SOIL, "      - {level: 0, text: There is none.}\n      - ", "      - ¦", "1, 2"),
        (SOIL, "      - {level: 1, text: There is a heap.}\n      - ", "      - ¦", "0, 2"),
        (SOIL, "- {level: 0,", "- ¦{level: 3,", "3, 1, 2"),
        (SOIL, "- {level: 0,", "- ¦{level: 1,", "1, 1, 2"),
        (SOIL, "levels:\n", "levels:\n      - ¦{level: -1, text: Less.}\n", "-1, 0, 1, 2"),
        (SOIL, "label: Turned}\n", "label: Turned}\n      - ¦{level: 3, text: More.}\n", "0, 1, 2, 3"),
        (FULL, "      - {level: 0, text: I saw none.}\n      - ", "      - ¦", "1, 2"),
    ],
)
def test_levels_other_than_those_of_the_scale_are_refused(tiny_pack, file, old, new, levels):
    (place,) = tiny_pack.edit(file, old, new)
    assert tiny_pack.problems() == [("MH401", place)]
    assert tiny_pack.found()[0].message == f"the levels are {levels}, those of the scale are 0, 1, 2"


def test_a_scale_may_start_at_another_level_and_give_other_scores(tiny_pack):
    tiny_pack.edit(MODEL, "{level: 0, label: Absent, score: 0}", "{level: -5, label: Absent, score: 7.5}")
    for file in (SOIL, FULL, "factors/water.yaml"):
        tiny_pack.write(file, (tiny_pack.path / file).read_text().replace("{level: 0,", "{level: -5,"))
    assert tiny_pack.problems() == []


@pytest.mark.parametrize("level", [0, 3, -1])
def test_an_action_to_the_lowest_level_or_to_none_is_refused(tiny_pack, level):
    (place,) = tiny_pack.edit(SOIL, "to: 1\n", f"to: ¦{level}\n")
    (found,) = tiny_pack.found()
    assert tiny_pack.problems() == [("MH403", place)]
    assert (found.message, found.hint) == (f"no action can lead to level {level}", "Possible here: 1, 2.")


def test_words_for_another_perspective_may_leave_the_levels_as_they_are(tiny_pack):
    text = (tiny_pack.path / FULL).read_text()
    tiny_pack.write(FULL, text[: text.rindex("    levels:")])
    assert tiny_pack.problems() == []


def test_levels_of_an_unknown_scale_are_not_judged(tiny_pack):
    tiny_pack.edit(SOIL, "scale: steps", "scale: stairs")
    assert [code for code, _place in tiny_pack.problems()] == ["MH207"]


@pytest.mark.parametrize(
    ("low", "high", "wrong"), [("¦1", 60, 0), ("¦60", "¦0", 2), (0, "¦0", 1), ("¦50", "¦40", 2), (0, "¦0.0", 1)]
)
def test_bands_that_do_not_start_at_0_and_rise_are_refused_at_the_band(tiny_pack, low, high, wrong):
    places = tiny_pack.edit(MODEL, "label: Low, from: 0}", f"label: Low, from: {low}}}")
    places += tiny_pack.edit(MODEL, "label: High, from: 60}", f"label: High, from: {high}}}")
    if wrong == 1:
        places = places[-1:]
    assert tiny_pack.problems() == [("MH402", place) for place in places]


def test_one_band_is_enough(tiny_pack):
    tiny_pack.edit(MODEL, "  - {id: high, label: High, from: 60}\n", "")
    assert tiny_pack.problems() == []


def test_levels_wait_for_a_model_that_can_be_read(tiny_pack):
    tiny_pack.edit(MODEL, "version: 1.2.3", "version: 1")
    tiny_pack.edit(SOIL, "to: 1\n", "to: 9\n")
    assert [code for code, _place in tiny_pack.problems()] == ["MH103"]
