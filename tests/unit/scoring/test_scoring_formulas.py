"""What is left of a condition once the answers are filled in."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from mhscan.conditions import Condition
from mhscan.scoring.deciders import deciders_of, each_test
from mhscan.scoring.facts import Fact, Facts
from mhscan.scoring.formulas import Formula, Formulas
from mhscan.scoring.options import TangledError

A, B, C = ({"context": one, "is": True} for one in "abc")
CONTEXT = [{"id": one, "type": "yesno", "text": "?"} for one in "abc"]
YES, NO = Fact("answered", True), Fact("answered", False)


@pytest.fixture
def pack(build):
    later = build.indicator("later", applies_if={"any": [A, {"indicator": "f.one", "at_least": 3}]})
    return build.pack(build.factor("f", build.indicator("one"), later, build.indicator("free")), context=CONTEXT)


def fold(pack, data, **facts):
    condition = TypeAdapter(Condition).validate_python(data)
    known = Facts({f"context.{key}": fact for key, fact in facts.items()})
    deciders = deciders_of(pack).also(each_test(pack, condition))
    return Formulas(pack, known, deciders=deciders).fold(condition)


@pytest.mark.parametrize(
    ("data", "facts", "left"),
    [
        (A, {"a": YES}, True),
        (A, {"a": NO}, False),
        (A, {"a": Fact("not_applicable")}, False),
        ({"context": "a", "state": "not_applicable"}, {"a": Fact("not_applicable")}, True),
        ({"not": A}, {"a": YES}, False),
        ({"all": [A, B]}, {"a": NO}, False),
        ({"all": [A, B]}, {"a": YES, "b": YES}, True),
        ({"any": [A, B]}, {"a": YES}, True),
        ({"any": [A, B]}, {"a": NO, "b": NO}, False),
        ({"count_of": [A, B, C], "at_least": 2}, {"a": NO, "b": NO}, False),
        ({"count_of": [A, B, C], "at_least": 2}, {"a": YES, "b": YES}, True),
        ({"count_of": [A, B, C], "at_most": 1}, {"a": YES, "b": YES}, False),
        ({"count_of": [A, B, C], "at_most": 1}, {"a": NO, "b": NO}, True),
        ({"count_of": [A, B]}, {}, True),
    ],
)
def test_what_the_answers_decide_is_true_or_false(pack, data, facts, left):
    assert fold(pack, data, **facts) is left


@pytest.mark.parametrize(
    ("data", "facts", "expected"),
    [
        (A, {}, {(True,): True, (False,): False}),
        ({"not": A}, {}, {(True,): False, (False,): True}),
        ({"all": [A, B]}, {"b": YES}, {(True,): True, (False,): False}),
        ({"any": [A, B]}, {}, {(True, True): True, (True, False): True, (False, True): True, (False, False): False}),
        ({"count_of": [A, B], "at_most": 1}, {}, {(True, True): False, (True, False): True, (False, False): True}),
        ({"count_of": [A, B, C], "at_least": 2}, {"c": YES}, {(True, False): True, (False, False): False}),
    ],
)
def test_what_is_open_is_left_as_a_formula_that_can_be_tried(pack, data, facts, expected):
    formula = fold(pack, data, **facts)
    assert isinstance(formula, Formula)
    for values, holds in expected.items():
        states = {key: [True, False].index(value) for key, value in zip(formula.keys, values, strict=True)}
        assert formula.holds(states) is holds


def test_a_formula_names_each_open_question_once(pack):
    assert fold(pack, {"any": [A, {"all": [B, A]}, C]}, c=NO).keys == ("context.a", "context.b")


def test_one_test_over_a_factor_counts_its_indicators(pack):
    formula = fold(pack, {"count_of": {"factor": "f", "at_least": 1}, "at_least": 3}, a=YES)
    assert set(formula.keys) == {"f.one", "f.later", "f.free"}


def test_a_question_that_may_not_apply_can_come_to_nothing(pack):
    formulas = Formulas(pack, Facts())
    assert formulas.groups("f.later")[-1] is None
    assert [one.low for one in formulas.groups("f.one")] == [0, 75]
    assert len(formulas.groups("f.free")) == 1


@pytest.mark.parametrize(
    "facts", [{"context.a": NO, "f.one": Fact("answered", 2)}, {"f.later": Fact("not_applicable")}]
)
def test_a_question_that_does_not_apply_comes_to_nothing_only(pack, facts):
    formulas = Formulas(pack, Facts(facts))
    assert formulas.groups("f.later") == (None,)
    assert formulas.states("f.later", {}) == [0]


def test_only_what_others_look_at_and_is_open_is_a_variable(pack):
    formulas = Formulas(pack, Facts({"context.a": NO}))
    assert formulas.is_variable("f.one")
    assert not any(formulas.is_variable(key) for key in ("context.a", "f.later", "f.free"))
    assert formulas.before(["f.later"]) == ["f.one"]


def test_questions_that_are_left_out_are_no_variables(pack):
    assert Formulas(pack, Facts(), frozenset({"f.one", "f.later", "context.a"})).before(["f.later"]) == []


def test_a_question_can_have_only_what_fits_what_decides_about_it(build):
    middle = build.indicator("middle", applies_if=A)
    last = build.indicator("last", applies_if={"indicator": "f.middle", "at_least": 4})
    formulas = Formulas(build.pack(build.factor("f", middle, last), context=CONTEXT), Facts())
    assert [formulas.groups("f.middle")[n] is None for n in formulas.states("f.middle", {"context.a": 0})] == [0, 0]
    assert formulas.states("f.middle", {"context.a": 1}) == [2]
    assert formulas.ways(["context.a", "f.middle"], {}) == [
        {"context.a": 0, "f.middle": 0},
        {"context.a": 0, "f.middle": 1},
        {"context.a": 1, "f.middle": 2},
    ]
    assert formulas.ways(["f.middle"], {"context.a": 1}) == [{"context.a": 1, "f.middle": 2}]
    assert formulas.ways([], {"context.a": 1}) == [{"context.a": 1}]


def test_too_many_ways_are_refused(build):
    many = [build.indicator(f"i{n}") for n in range(9)]
    last = build.indicator("last", applies_if={"all": [{"indicator": f"f.i{n}", "at_least": 1} for n in range(9)]})
    pack = build.pack(build.factor("f", *many, last))
    keys = [f"f.i{n}" for n in range(9)]
    with pytest.raises(TangledError) as caught:
        Formulas(pack, Facts()).ways(keys, {})
    assert caught.value.keys == keys
    assert len(Formulas(pack, Facts()).ways(keys[1:], {})) == 256


def test_a_long_chain_of_conditions_is_no_problem(build):
    chain = [build.indicator("i0")]
    chain += [build.indicator(f"i{n}", applies_if={"indicator": f"f.i{n - 1}", "at_least": 1}) for n in range(1, 1500)]
    pack = build.pack(build.factor("f", *chain))
    formulas = Formulas(pack, Facts())
    assert formulas.applies("f.i1499").keys == ("f.i1498",)


def test_another_answer_touches_only_what_depends_on_it(build):
    pack = build.pack(
        build.factor(
            "f",
            build.indicator("one"),
            build.indicator("two"),
            build.indicator("later", applies_if={"indicator": "f.one", "at_least": 3}),
        )
    )
    formulas = Formulas(pack, Facts())
    first = {key: formulas.groups(key) for key in pack.places}
    facts = Facts({"f.one": Fact("answered", 1)})
    other = formulas.with_facts(facts, deciders_of(pack).after("f.one"))
    assert other.groups("f.two") is first["f.two"]
    assert all(other.groups(key) == Formulas(pack, facts).groups(key) for key in pack.places)
    assert other.groups("f.later") == (None,)
    assert formulas.groups("f.later") is first["f.later"]
