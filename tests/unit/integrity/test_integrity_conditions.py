"""Conditions name what exists, ask something, and lead nowhere back."""

from __future__ import annotations

import pytest

MODEL, SOIL, WATER = "factors/model.yaml", "factors/soil.yaml", "factors/water.yaml"
SAND = "- {context: ground, is: sand}"
BARREL = "{indicator: water.barrel, at_most: 0}"
PLOTS = "{subject: plots, at_most: 10}"
GAP = "{high: {factor: soil}, low: {phase: grow}, at_least: 30}"
COUNT = "count_of: {phase: plan, at_most: 0}"
APPLIES = "applies_if: {context: ground, is: sand}"
REQUIRES = "requires: [{indicator: water.barrel, at_least: 1}]"


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("MH203", MODEL, BARREL, "{indicator: ¦water.barel, at_most: 0}"),
        ("MH203", SOIL, REQUIRES, "requires: [{indicator: ¦water.barel, at_least: 1}]"),
        ("MH203", WATER, APPLIES, "applies_if: {not: {indicator: ¦soil.compst, at_least: 1}}"),
        ("MH204", MODEL, SAND, "- {context: ¦grond, is: sand}"),
        ("MH204", MODEL, PLOTS, "{subject: ¦plot, at_most: 10}"),
        ("MH204", WATER, APPLIES, "applies_if: {any: [{context: ¦grond, is: sand}]}"),
        ("MH204", MODEL, "- {id: fenced,", "- {applies_if: {context: ¦grond, is: sand}, id: fenced,"),
        ("MH205", MODEL, SAND, "- {context: ground, is: ¦loam}"),
        ("MH205", MODEL, SAND, "- {context: ground, is: ¦true}"),
        ("MH205", MODEL, "in: [clay, sand]", "in: [clay, ¦loam]"),
        ("MH205", MODEL, "has: hose", "has: ¦hoes"),
        ("MH207", MODEL, GAP, "{high: {factor: ¦soyl}, low: {phase: grow}, at_least: 30}"),
        ("MH207", MODEL, GAP, "{high: {factor: soil}, low: {phase: ¦gro}, at_least: 30}"),
        ("MH207", MODEL, COUNT, "count_of: {phase: ¦plann, at_most: 0}"),
        ("MH207", MODEL, "[{factor: soil, at_most: 20}", "[{factor: ¦soyl, at_most: 20}"),
        ("MH207", MODEL, BARREL, "{indicator: water.barrel, carried: ¦nobody}"),
        ("MH207", MODEL, COUNT, "count_of: {phase: plan, carried: ¦nobody}"),
        ("MH303", MODEL, SAND, "- ¦{context: ground}"),
        ("MH303", MODEL, PLOTS, "¦{subject: plots}"),
        ("MH303", MODEL, BARREL, "¦{indicator: water.barrel}"),
        ("MH303", MODEL, "[{factor: soil, at_most: 20}", "[¦{factor: soil}"),
        ("MH303", MODEL, GAP, "{high: ¦{}, low: {phase: grow}, at_least: 30}"),
        ("MH204", MODEL, PLOTS, "{subject: plots, above: ¦context.sinse}"),
        ("MH303", MODEL, SAND, "- {context: since, ahead: ¦{}}"),
        ("MH312", MODEL, PLOTS, "{subject: plots, above: ¦context.since}"),
        ("MH312", MODEL, SAND, "- {context: since, above: ¦subject.plots}"),
        ("MH312", MODEL, SAND, "- {context: ground, above: ¦context.ground}"),
        ("MH312", MODEL, SAND, "- {context: ground, ahead: ¦{at_most: 0}}"),
        ("MH302", WATER, APPLIES, "applies_if: ¦{factor: soil, at_least: 50}"),
        ("MH302", WATER, APPLIES, "applies_if: {all: [{not: ¦{phase: plan, at_least: 50}}]}"),
    ],
)
def test_a_condition_that_cannot_work_is_refused_at_its_place(tiny_pack, code, file, old, new):
    (place,) = tiny_pack.edit(file, old, new)
    assert tiny_pack.problems() == [(code, place)]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (MODEL, SAND, "- {context: fenced, is: true}"),
        (MODEL, SAND, "- {context: since, state: answered}"),
        (MODEL, SAND, "- {context: since, ahead: {at_most: -1}}"),
        (MODEL, SAND, "- {context: motto, is: Anything}"),
        (MODEL, PLOTS, "{subject: plots, is: 7}"),
        (MODEL, BARREL, "{indicator: water.barrel, carried: street}"),
        (MODEL, COUNT, "count_of: {at_most: 0}"),
        (WATER, APPLIES, "applies_if: {count_of: {factor: soil, at_least: 1}, at_least: 1}"),
    ],
)
def test_a_condition_on_what_exists_is_fine(tiny_pack, file, old, new):
    tiny_pack.edit(file, old, new)
    assert tiny_pack.problems() == []


def test_a_gap_in_whether_a_question_applies_is_refused(tiny_pack):
    places = tiny_pack.edit(
        WATER, APPLIES, "applies_if: ¦{gap: {high: {factor: soil}, low: {phase: plan}, at_least: 9}}"
    )
    assert ("MH302", places[0]) in tiny_pack.problems()
    assert {code for code, _place in tiny_pack.problems()} == {"MH302"}


def test_the_option_that_was_meant_is_suggested(tiny_pack):
    tiny_pack.edit(MODEL, SAND, "- {context: ground, is: snad}")
    assert [one.hint for one in tiny_pack.found()] == ["Did you mean 'sand'?"]


def test_a_question_that_depends_on_itself_is_refused(tiny_pack):
    (place,) = tiny_pack.edit(WATER, APPLIES, "applies_if: ¦{indicator: water.barrel, at_least: 1}")
    assert tiny_pack.problems() == [("MH301", place)]
    assert "water.barrel → water.barrel" in tiny_pack.found()[0].message


def test_a_cycle_of_several_questions_is_refused_once_with_the_way_round(tiny_pack):
    (first,) = tiny_pack.edit(
        SOIL, "    levels:", "    applies_if: ¦{not: {indicator: water.barrel, at_most: 0}}\n    levels:"
    )
    (second,) = tiny_pack.edit(WATER, APPLIES, "applies_if: ¦{all: [{indicator: soil.compost, state: unknown}]}")
    assert tiny_pack.problems() == [("MH301", first)]
    assert "soil.compost → water.barrel → soil.compost" in tiny_pack.found()[0].message
    assert [str(one.location).removeprefix(f"{tiny_pack.path}/") for one in tiny_pack.found()[0].related] == [second]


def test_a_cycle_by_way_of_a_context_question_is_refused(tiny_pack):
    (place,) = tiny_pack.edit(
        MODEL, "- {id: ground,", "- {applies_if: ¦{indicator: water.barrel, at_least: 1}, id: ground,"
    )
    assert tiny_pack.problems() == [("MH301", place)]


def test_a_cycle_by_way_of_all_indicators_of_a_factor_is_refused(tiny_pack):
    (place,) = tiny_pack.edit(WATER, APPLIES, "applies_if: ¦{count_of: {factor: water, at_least: 1}, at_least: 1}")
    assert tiny_pack.problems() == [("MH301", place)]


def test_a_question_that_leads_into_a_cycle_is_not_itself_in_it(tiny_pack):
    condition = "    applies_if: {indicator: water.barrel, at_least: 1}\n    levels:"
    tiny_pack.edit(SOIL, "    levels:", condition)
    tiny_pack.edit(WATER, APPLIES, "applies_if: {indicator: water.barrel, at_least: 1}")
    assert [code for code, place in tiny_pack.problems() if place.startswith(SOIL)] == []


def test_two_ways_to_one_question_are_no_cycle(tiny_pack):
    tiny_pack.edit(
        SOIL,
        "    levels:",
        "    applies_if: {any: [{indicator: water.barrel, at_least: 1}, {context: ground, is: sand}]}\n    levels:",
    )
    assert tiny_pack.problems() == []


def test_conditions_wait_for_a_model_that_can_be_read(tiny_pack):
    tiny_pack.edit(MODEL, "version: 1.2.3", "version: 1")
    tiny_pack.edit(WATER, APPLIES, "applies_if: {context: nothing, is: x}")
    assert [code for code, _place in tiny_pack.problems()] == ["MH103"]
