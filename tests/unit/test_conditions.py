"""The grammar of conditions: what is taken, and what is refused."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from mhscan.conditions import (
    KINDS,
    All,
    AnyOf,
    Condition,
    ContextTest,
    CountOf,
    Each,
    FigureRef,
    FigureTest,
    Gap,
    GapTest,
    IndicatorTest,
    Not,
    SubjectTest,
    condition_kind,
)

ADAPTER = TypeAdapter(Condition)
INDICATOR = {"indicator": "a.b", "at_least": 2}


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        ({"all": [INDICATOR]}, All(all=(IndicatorTest(indicator="a.b", at_least=2),))),
        ({"any": [INDICATOR]}, AnyOf(any=(IndicatorTest(indicator="a.b", at_least=2),))),
        ({"not": INDICATOR}, Not(not_=IndicatorTest(indicator="a.b", at_least=2))),
        ({"context": "x", "is": "y"}, ContextTest(context="x", is_="y")),
        ({"context": "x", "in": ["y", 3]}, ContextTest(context="x", in_=("y", 3))),
        ({"context": "x", "is": True}, ContextTest(context="x", is_=True)),
        ({"subject": "size", "at_most": 9.5}, SubjectTest(subject="size", at_most=9.5)),
        ({"indicator": "a.b", "state": "unknown"}, IndicatorTest(indicator="a.b", state="unknown")),
        ({"indicator": "a.b", "carried": "region"}, IndicatorTest(indicator="a.b", carried="region")),
        ({"factor": "a", "at_most": 40}, FigureTest(factor="a", at_most=40)),
        ({"phase": "p", "at_least": 40.5}, FigureTest(phase="p", at_least=40.5)),
        (
            {"gap": {"high": {"factor": "a"}, "low": {"phase": "p"}, "at_least": 30}},
            Gap(gap=GapTest(high=FigureRef(factor="a"), low=FigureRef(phase="p"), at_least=30)),
        ),
        (
            {"count_of": [INDICATOR], "at_most": 1},
            CountOf(count_of=(IndicatorTest(indicator="a.b", at_least=2),), at_most=1),
        ),
        (
            {"count_of": {"phase": "p", "at_most": 1}, "at_least": 3},
            CountOf(count_of=Each(phase="p", at_most=1), at_least=3),
        ),
    ],
)
def test_each_kind_of_condition_is_told_by_its_key(data, wanted):
    assert ADAPTER.validate_python(data) == wanted


def test_conditions_can_stand_inside_each_other():
    made = ADAPTER.validate_python({"all": [{"not": {"any": [INDICATOR, {"context": "x", "is": 1}]}}]})
    assert made.all[0].not_.any[1] == ContextTest(context="x", is_=1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({}, "Unable to extract tag"),
        ({"indicatr": "a.b"}, "Unable to extract tag"),
        ({"indicator": "b"}, "pattern"),
        ({"indicator": "a.b", "at_least": 1.5}, "valid integer"),
        ({"indicator": "a.b", "at_least": True}, "valid integer"),
        ({"indicator": "a.b", "state": "gone"}, "Input should be 'answered'"),
        ({"indicator": "a.b", "has": "x"}, "Extra inputs"),
        ({"context": "x", "at_least": "2"}, "valid"),
        ({"all": []}, "at least 1 item"),
        ({"any": INDICATOR}, "valid tuple"),
        ({"gap": {"high": {"factor": "a"}, "at_least": 1}}, "Field required"),
        ({"count_of": "p"}, "valid"),
    ],
)
def test_a_condition_of_another_form_is_refused(data, why):
    with pytest.raises(ValidationError, match=why):
        ADAPTER.validate_python(data)


@pytest.mark.parametrize("value", ["a.b", 5, None, True, ["indicator"], 1.5])
def test_what_is_no_mapping_is_no_condition(value):
    assert condition_kind(value) is None
    with pytest.raises(ValidationError, match="Unable to extract tag"):
        ADAPTER.validate_python(value)


def test_a_condition_in_python_has_the_kind_of_its_data():
    assert condition_kind(Not(not_=ContextTest(context="x"))) == condition_kind({"not": {}}) == "<Not>"
    assert len(KINDS) == 11
    assert {condition_kind({key: 1}) for key in KINDS} == {f"<{kind.__name__}>" for kind in KINDS.values()}


def test_a_condition_is_written_with_the_words_of_the_grammar():
    data = {"not": {"context": "x", "is": "y"}}
    assert ADAPTER.dump_python(ADAPTER.validate_python(data), by_alias=True, exclude_none=True) == data
